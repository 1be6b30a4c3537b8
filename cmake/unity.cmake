# Sources are compiled together, a folder at a time: what they include is read once instead of once for each file. A name
# that a file keeps to itself must therefore be the only one in its folder.
# With SPARRING_UNITY off each file is compiled alone, as suits who changes one at a time.
option(SPARRING_UNITY "Compile the files of a folder together" ON)

# compile_by_folder(TARGET [AT_ONCE N]): at most N files of a folder together, in the order of their names.
function(compile_by_folder target)
  cmake_parse_arguments(arg "" "AT_ONCE" "" ${ARGN})
  get_target_property(sources ${target} SOURCES)
  list(SORT sources)
  foreach(source IN LISTS sources)
    get_filename_component(folder "${source}" DIRECTORY)
    if(NOT source MATCHES "\\.cpp$" OR IS_ABSOLUTE "${source}")
      continue()
    endif()
    string(MAKE_C_IDENTIFIER "of_${folder}" group)
    if(arg_AT_ONCE)
      list(APPEND ${group} ${source})
      list(LENGTH ${group} count)
      math(EXPR part "(${count} - 1) / ${arg_AT_ONCE}")
      string(APPEND group "_${part}")
    endif()
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${SPARRING_UNITY} UNITY_BUILD_MODE GROUP)
endfunction()
