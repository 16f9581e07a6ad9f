# One library per layer.
# so an include of a higher floor does not compile.

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Warnings of our own code; never imposed on users of the library.
add_library(sendcap_warnings INTERFACE)
target_compile_options(sendcap_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wcast-align)
if(SENDCAP_WERROR)
  target_compile_options(sendcap_warnings INTERFACE -Werror)
endif()

# sendcap_layer(NAME [SOURCES ...] [LINKS ...])
function(sendcap_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS" ${ARGN})
  add_library(sendcap_${name} STATIC ${LAYER_SOURCES})
  add_library(sendcap::${name} ALIAS sendcap_${name})
  set_target_properties(sendcap_${name} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(sendcap_${name} PUBLIC cxx_std_20)
  # Contraction of a*b+c would change results between machines (docs/decisions).
  target_compile_options(sendcap_${name} PUBLIC -ffp-contract=off)
  target_include_directories(sendcap_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/sim)
  target_link_libraries(sendcap_${name} PUBLIC ${LAYER_LINKS} PRIVATE $<BUILD_INTERFACE:sendcap_warnings>)
endfunction()
