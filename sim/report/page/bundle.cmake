# cmake -DFROM=FOLDER -DWORK=FOLDER -DOUT=FILE -DNPM=PROGRAM -DREQUIRED=BOOL -P bundle.cmake
# Writes OUT, the script of the report with the libraries that package-lock.json names in it. Where they can not
# be fetched, OUT is empty and the report has no pictures, unless they are required.
function(try_step what)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE result OUTPUT_VARIABLE said
                  ERROR_VARIABLE said)
  if(result EQUAL 0)
    return()
  endif()
  if(REQUIRED)
    message(FATAL_ERROR "${what} failed:\n${said}")
  endif()
  message(WARNING "The report is built WITHOUT PICTURES, since ${what} failed:\n${said}"
                  "\nIt is tried again when the build is configured again.")
  file(WRITE "${OUT}" "")
  set(failed TRUE PARENT_SCOPE)
endfunction()

file(MAKE_DIRECTORY "${WORK}")
foreach(file IN ITEMS package.json package-lock.json page.js)
  file(COPY_FILE "${FROM}/${file}" "${WORK}/${file}" ONLY_IF_DIFFERENT)
endforeach()
try_step("fetching its libraries with npm" "${NPM}" ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-retry-mintimeout=2000)
if(NOT failed)
  try_step("bundling them" "${WORK}/node_modules/.bin/esbuild" page.js --bundle --minify --format=iife
           --target=es2020 --legal-comments=inline --log-level=warning "--outfile=${OUT}")
endif()
