# The report's page: its script is bundled from npm's packages, named exactly in package-lock.json.
set(SENDCAP_WITH_PICTURES AUTO CACHE STRING
    "Bundle the libraries that draw the report's pictures: AUTO (where npm can fetch them), ON or OFF")
set_property(CACHE SENDCAP_WITH_PICTURES PROPERTY STRINGS AUTO ON OFF)

set(page_folder ${CMAKE_CURRENT_SOURCE_DIR}/page)
set(page_build ${CMAKE_CURRENT_BINARY_DIR}/page)
set(page_script "")
if(SENDCAP_WITH_PICTURES AND NOT EMSCRIPTEN)
  find_program(SENDCAP_NPM npm)
  if(NOT SENDCAP_NPM AND NOT SENDCAP_WITH_PICTURES STREQUAL "AUTO")
    message(FATAL_ERROR "SENDCAP_WITH_PICTURES is ON, but npm was not found")
  endif()
endif()
if(SENDCAP_NPM AND SENDCAP_WITH_PICTURES AND NOT EMSCRIPTEN)
  set(page_script ${page_build}/bundle.js)
  if(EXISTS ${page_script})
    file(SIZE ${page_script} bundled)
    if(bundled EQUAL 0)
      file(REMOVE ${page_script})  # its libraries could not be fetched the last time
    endif()
  endif()
  if(SENDCAP_WITH_PICTURES STREQUAL "AUTO")
    set(required FALSE)
  else()
    set(required TRUE)
  endif()
  add_custom_command(
    OUTPUT ${page_script}
    DEPENDS ${page_folder}/package.json ${page_folder}/package-lock.json ${page_folder}/page.js
            ${page_folder}/bundle.cmake
    COMMAND ${CMAKE_COMMAND} -DFROM=${page_folder} -DWORK=${page_build} -DOUT=${page_script} -DNPM=${SENDCAP_NPM}
            -DREQUIRED=${required} -P ${page_folder}/bundle.cmake
    COMMENT "Bundling the script of the report")
elseif(NOT EMSCRIPTEN)
  message(STATUS "the report is built without pictures")
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
