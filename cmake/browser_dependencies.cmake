# Where the libraries stand when em++ compiles for the browser. The machine's own packages are built for the
# machine, and their include folder would hide em++'s C library, so `tests/browser/run` prepares
#   SENDCAP_BROWSER_HEADERS   a folder with only the header-only libraries, and
#   SENDCAP_BROWSER_YAML_CPP  yaml-cpp, compiled and installed with em++.
# The files written here answer every find_package of the layers.

foreach(folder IN ITEMS SENDCAP_BROWSER_HEADERS SENDCAP_BROWSER_YAML_CPP)
  if(NOT IS_DIRECTORY "${${folder}}")
    message(FATAL_ERROR "${folder} is not a folder; tests/browser/run sets it")
  endif()
endforeach()

# sendcap_browser_package(PACKAGE TARGET [PROPERTY VALUE ...]): find_package(PACKAGE) gives TARGET.
function(sendcap_browser_package package target)
  string(TOLOWER ${package} lower)
  string(JOIN " " properties ${ARGN})
  file(APPEND ${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/${lower}-config.cmake
    "if(NOT TARGET ${target})\n"
    "  add_library(${target} INTERFACE IMPORTED)\n"
    "  set_target_properties(${target} PROPERTIES ${properties})\n"
    "endif()\n")
  file(WRITE ${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/${lower}-config-version.cmake
    "set(PACKAGE_VERSION_COMPATIBLE TRUE)\n")
endfunction()

set(headers INTERFACE_INCLUDE_DIRECTORIES ${SENDCAP_BROWSER_HEADERS})
sendcap_browser_package(Boost Boost::headers ${headers})
sendcap_browser_package(Eigen3 Eigen3::Eigen ${headers})
sendcap_browser_package(FastFloat FastFloat::fast_float ${headers})
sendcap_browser_package(Random123 Random123::Random123 ${headers})
sendcap_browser_package(nlohmann_json nlohmann_json::nlohmann_json ${headers})
sendcap_browser_package(fmt fmt::fmt ${headers} INTERFACE_COMPILE_DEFINITIONS FMT_HEADER_ONLY=1)
sendcap_browser_package(fmt fmt::fmt-header-only ${headers} INTERFACE_COMPILE_DEFINITIONS FMT_HEADER_ONLY=1)
sendcap_browser_package(yaml-cpp yaml-cpp
  INTERFACE_INCLUDE_DIRECTORIES ${SENDCAP_BROWSER_YAML_CPP}/include
  INTERFACE_LINK_LIBRARIES ${SENDCAP_BROWSER_YAML_CPP}/lib/libyaml-cpp.a)

# Browsers have WebAssembly's own exceptions since 2022.
add_compile_options(-fwasm-exceptions)
add_link_options(-fwasm-exceptions)
