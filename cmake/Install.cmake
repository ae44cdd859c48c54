# What `cmake --install` puts where: program, man page, completions, library, headers and the package that
# find_package(klartext) finds.
include(CMakePackageConfigHelpers)

# Man page and completions come out of the program, which writes them from its option table.
set(generated ${PROJECT_BINARY_DIR}/generated)
foreach(page man:klartext.1 bash:klartext.bash zsh:_klartext fish:klartext.fish)
  string(REPLACE ":" ";" page ${page})
  list(GET page 0 kind)
  list(GET page 1 file)
  add_custom_command(
    OUTPUT ${generated}/${file}
    COMMAND klartext-cli --generate ${kind} > ${generated}/${file}
    DEPENDS klartext-cli
    COMMENT "Writing ${file}"
    VERBATIM)
  list(APPEND pages ${generated}/${file})
endforeach()
add_custom_target(klartext-pages ALL DEPENDS ${pages})

install(TARGETS klartext EXPORT klartextTargets INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS klartext-cli)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/klartext TYPE INCLUDE)
install(FILES ${generated}/klartext.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/klartext.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME klartext)
install(FILES ${generated}/_klartext DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${generated}/klartext.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/klartext)
install(EXPORT klartextTargets NAMESPACE klartext:: DESTINATION ${package})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/klartextConfig.cmake.in ${generated}/klartextConfig.cmake
                              INSTALL_DESTINATION ${package})
write_basic_package_version_file(${generated}/klartextConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${generated}/klartextConfig.cmake ${generated}/klartextConfigVersion.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindGumbo.cmake ${PROJECT_SOURCE_DIR}/cmake/FindUtf8proc.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindZstd.cmake ${PROJECT_SOURCE_DIR}/cmake/FindBrotli.cmake
              ${PROJECT_SOURCE_DIR}/cmake/FindExpat.cmake
        DESTINATION ${package})
