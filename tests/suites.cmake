# CTest entries for a GoogleTest executable: one a suite, since every process that starts loads LibTorch.

# add_suites(TARGET [PREFIX text] [ENVIRONMENT variable=value…] [LONG suite=parts…])
# A suite whose tests come in several forms ("Registry/Suite", "Suite/0") is one entry. A long one is started first and
# runs in several parts, "Suite-1of2", so that all cores are busy to the end.
function(add_suites target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PREFIX" "ENVIRONMENT;LONG")
  set(timeout 300)
  if(SPARRING_SANITIZE)
    set(timeout 1500)
  endif()
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}_suites)
  list(JOIN arg_LONG "," long)
  list(JOIN arg_ENVIRONMENT "," environment)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -DEXE=$<TARGET_FILE:${target}> -DLIST=${list} "-DPREFIX=${arg_PREFIX}" "-DLONG=${long}"
            "-DENVIRONMENT=${environment}" -DTIMEOUT=${timeout} -P ${PROJECT_SOURCE_DIR}/tests/list_suites.cmake
    BYPRODUCTS ${list}.cmake ${list}.txt
    VERBATIM)
  file(WRITE ${list}_include.cmake
    "if(EXISTS \"${list}.cmake\")\n  include(\"${list}.cmake\")\nelse()\n  add_test(${target}_is_not_built false)\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${list}_include.cmake)
endfunction()
