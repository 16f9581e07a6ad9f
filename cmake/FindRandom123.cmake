# Random123, header-only counter-based random number generators (Salmon, Moraes, Dror and Shaw 2011).
# Defines the target Random123::Random123, whose headers are taken as a system's: they do not warn.

find_path(Random123_INCLUDE_DIR Random123/philox.h)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Random123 REQUIRED_VARS Random123_INCLUDE_DIR)
mark_as_advanced(Random123_INCLUDE_DIR)

if(Random123_FOUND AND NOT TARGET Random123::Random123)
  add_library(Random123::Random123 INTERFACE IMPORTED)
  # Its AES generators, which are not used here, would bring in two megabytes of the compiler's own headers.
  set_target_properties(Random123::Random123 PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${Random123_INCLUDE_DIR}"
    INTERFACE_COMPILE_DEFINITIONS "R123_USE_SSE=0;R123_USE_AES_NI=0;R123_USE_X86INTRIN_H=0")
endif()
