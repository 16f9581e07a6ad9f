# The installable package: the program, the layers as libraries, the scenarios and the documentation.

include(CMakePackageConfigHelpers)

set(SENDCAP_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/sendcap)

foreach(layer IN LISTS SENDCAP_LAYERS)
  install(TARGETS sendcap_${layer} EXPORT sendcap
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT Development
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT Development)
endforeach()
install(EXPORT sendcap NAMESPACE sendcap:: FILE sendcapTargets.cmake
  DESTINATION ${SENDCAP_PACKAGE_DIR} COMPONENT Development)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/sendcapConfig.cmake.in sendcapConfig.cmake
  INSTALL_DESTINATION ${SENDCAP_PACKAGE_DIR} NO_SET_AND_CHECK_MACRO)
# While the version is 0.x a new minor version may change the interface.
write_basic_package_version_file(sendcapConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/sendcapConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/sendcapConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/FindRandom123.cmake
  DESTINATION ${SENDCAP_PACKAGE_DIR} COMPONENT Development)

if(TARGET sendcap_program)
  install(TARGETS sendcap_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT Runtime)
endif()
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/sendcap COMPONENT Runtime)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT Documentation)
install(FILES LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT Documentation)
