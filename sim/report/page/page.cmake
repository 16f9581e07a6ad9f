# The report's page: its script is bundled from npm's packages, named exactly in package-lock.json.
option(SENDCAP_WITH_PICTURES "Bundle the libraries that draw the report's pictures (needs npm)" ON)

set(page_folder ${CMAKE_CURRENT_SOURCE_DIR}/page)
set(page_build ${CMAKE_CURRENT_BINARY_DIR}/page)
set(page_script "")
if(SENDCAP_WITH_PICTURES AND NOT EMSCRIPTEN)
  find_program(SENDCAP_NPM npm)
  if(NOT SENDCAP_NPM)
    message(FATAL_ERROR "npm was not found: install it, or build without pictures by -DSENDCAP_WITH_PICTURES=OFF")
  endif()
  set(page_script ${page_build}/bundle.js)
  add_custom_command(
    OUTPUT ${page_build}/node_modules/.package-lock.json
    DEPENDS ${page_folder}/package.json ${page_folder}/package-lock.json
    COMMAND ${CMAKE_COMMAND} -E make_directory ${page_build}
    COMMAND ${CMAKE_COMMAND} -E copy ${page_folder}/package.json ${page_folder}/package-lock.json ${page_build}
    COMMAND ${SENDCAP_NPM} ci --ignore-scripts --no-audit --no-fund --silent
    COMMAND ${CMAKE_COMMAND} -E touch ${page_build}/node_modules/.package-lock.json
    WORKING_DIRECTORY ${page_build}
    COMMENT "Fetching the libraries of the report's pictures")
  add_custom_command(
    OUTPUT ${page_script}
    DEPENDS ${page_build}/node_modules/.package-lock.json ${page_folder}/page.js
    COMMAND ${CMAKE_COMMAND} -E copy ${page_folder}/page.js ${page_build}
    COMMAND ${page_build}/node_modules/.bin/esbuild page.js --bundle --minify --format=iife --target=es2020
            --legal-comments=inline --log-level=warning --outfile=${page_script}
    WORKING_DIRECTORY ${page_build}
    COMMENT "Bundling the script of the report")
endif()

file(GLOB page_charts CONFIGURE_DEPENDS ${page_folder}/charts/*.vl.json)
set(page_assets ${page_build}/assets.cpp)
add_custom_command(
  OUTPUT ${page_assets}
  DEPENDS ${page_script} ${page_folder}/page.css ${page_charts} ${page_folder}/embed_text.cmake
  COMMAND ${CMAKE_COMMAND} -E make_directory ${page_build}
  COMMAND ${CMAKE_COMMAND} -DOUT=${page_assets} -DSCRIPT=${page_script} -DSTYLE=${page_folder}/page.css
          -DCHARTS=${page_folder}/charts -P ${page_folder}/embed_text.cmake
  COMMENT "Putting script, style and specifications of the report into the program")
