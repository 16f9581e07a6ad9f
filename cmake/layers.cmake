# One static library per layer, `sendcap::<layer>`. A layer links only the layers below it, so that a call
# upwards does not link. All layers share one include folder, so the compiler would still find a header of
# a higher layer: the test `structure.layers` (tests/structure/check_layers) refuses such an include.

# From the lowest to the highest; the program in sim/app stands above them all.
set(SENDCAP_LAYERS engine scenario model experiment report)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Warnings of our own code; never imposed on users of the library.
add_library(sendcap_warnings INTERFACE)
target_compile_options(sendcap_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wcast-align)
# g++ 12 warns of overlapping copies inside std::string that are none (GCC bug 105651).
target_compile_options(sendcap_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(SENDCAP_WERROR)
  target_compile_options(sendcap_warnings INTERFACE -Werror)
endif()

# sendcap_layer(NAME [SOURCES ...] [LINKS ...] [USES ...])
# LINKS are the layers and libraries that its public headers include, USES those that only its sources do;
# cmake/sendcapConfig.cmake.in must find both for users of the installed package. The public headers are those under include/sendcap/NAME; each must compile on its own, which the target
# `all_verify_interface_header_sets` shows.
function(sendcap_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS;USES" ${ARGN})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/sendcap/${name}/*.hpp)
  add_library(sendcap_${name} STATIC ${LAYER_SOURCES})
  add_library(sendcap::${name} ALIAS sendcap_${name})
  set_target_properties(sendcap_${name} PROPERTIES EXPORT_NAME ${name} VERIFY_INTERFACE_HEADER_SETS ON)
  target_sources(sendcap_${name}
    PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
  target_compile_features(sendcap_${name} PUBLIC cxx_std_20)
  # Contraction of a*b+c would change results between machines (docs/decisions/0003).
  target_compile_options(sendcap_${name} PUBLIC -ffp-contract=off)
  # Nobody puts functions of their own in the place of ours, so they may become part of their callers.
  target_compile_options(sendcap_${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fno-semantic-interposition>)
  target_include_directories(sendcap_${name} PRIVATE ${PROJECT_SOURCE_DIR}/sim)
  target_link_libraries(sendcap_${name}
    PUBLIC ${LAYER_LINKS} PRIVATE ${LAYER_USES} $<BUILD_INTERFACE:sendcap_warnings>)
endfunction()

# sendcap_program([SOURCES ...] [LINKS ...])
# The program `sendcap`, built at the top of the build folder. Its target is `sendcap_program`.
function(sendcap_program)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(sendcap_program ${PROGRAM_SOURCES})
  set_target_properties(sendcap_program PROPERTIES
    OUTPUT_NAME sendcap RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  target_include_directories(sendcap_program PRIVATE ${PROJECT_SOURCE_DIR}/sim)
  target_link_libraries(sendcap_program PRIVATE ${PROGRAM_LINKS} sendcap_warnings)
endfunction()
