# Size against speed, in the shipped module only: natively everything is optimised alike.

# compile_small(<target> EXCEPT <file>...)
#
# Compiles the sources of this folder that are listed so far for size, but for those files.
function(compile_small target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 small "" "" "EXCEPT")
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(NOT IS_ABSOLUTE "${source}" AND NOT source IN_LIST small_EXCEPT)
      set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS -Os)
    endif()
  endforeach()
  foreach(source IN LISTS small_EXCEPT)
    if(NOT source IN_LIST sources)
      message(FATAL_ERROR "compile_small: ${target} has no ${source}")
    endif()
  endforeach()
endfunction()
