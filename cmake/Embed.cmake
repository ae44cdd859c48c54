# Puts data files into the binary: klartext_embed(TARGET VARIABLE FILE...) generates a source file that defines, in
# namespace klartext,
#
#   extern const EmbeddedFile VARIABLE[];        // {name without extension, text}, sorted by name
#   extern const std::size_t VARIABLECount;
#
# and adds it to TARGET. The files become raw string literals; their text must not hold the delimiter )klartext".
function(klartext_embed target variable)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/${variable}.cpp)
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/EmbedFiles.cmake)
  list(SORT ARGN)
  string(REPLACE ";" "|" files "${ARGN}")  # a list would be split on its way through the command line
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DVARIABLE=${variable} -DFILES=${files} -P ${script}
    DEPENDS ${ARGN} ${script}
    COMMENT "Embedding ${variable}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
