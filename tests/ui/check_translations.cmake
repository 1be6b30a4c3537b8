# Gathers the sentences of the sources into a copy of the translation file: none may be new, i.e. untranslated.
# Needs LUPDATE, TS, WORK (a folder to write to) and SOURCES (folders).
file(MAKE_DIRECTORY ${WORK})
get_filename_component(name ${TS} NAME)
file(COPY ${TS} DESTINATION ${WORK})
execute_process(COMMAND ${LUPDATE} ${SOURCES} -extensions cpp,h -locations none -no-obsolete -ts ${WORK}/${name}
  OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "lupdate failed: ${result}")
endif()
file(STRINGS ${WORK}/${name} lines)
foreach(line IN LISTS lines)
  if(line MATCHES "<source>(.*)")
    set(source "${CMAKE_MATCH_1}")
  endif()
  if(line MATCHES "type=\"unfinished\"")
    message(SEND_ERROR "not translated (run the target update_translations): ${source}")
  endif()
endforeach()
