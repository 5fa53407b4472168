# Warnings are errors in our own code where it is tested; what protoc generates is compiled without them.
function(voronka_warnings target)
  # GCC builds what is deployed and tested; clang, which warns of other things, only fuzzes.
  if(NOT VORONKA_FUZZ)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor)
    # Whoever deploys is not kept from it by what another compiler thinks of. GCC 12 takes the strings of a std::variant
    # for uninitialised where it optimises.
    target_compile_options(${target} PRIVATE $<IF:$<BOOL:${BUILD_TESTING}>,-Werror,-Wno-maybe-uninitialized>)
    if(CMAKE_UNITY_BUILD)
      # GCC takes a file that is compiled with others for a header.
      target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
  endif()
endfunction()

if(VORONKA_SANITIZE OR VORONKA_FUZZ)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # The address sanitizer, or this processor, tells or bears those; they are a quarter of the time that a build takes.
  add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
  add_link_options(-fsanitize=address,undefined)
endif()
if(VORONKA_SANITIZE)
  # A hundred programs are linked, each in a sixth of the time that ld takes.
  find_program(MOLD mold)
  if(MOLD)
    add_link_options(-fuse-ld=mold)
  endif()
endif()
if(VORONKA_FUZZ)
  # So that libFuzzer sees which inputs take a way that none took before.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# voronka_library(name LINK libraries...): every .cc of the folder and its subfolders but main.cc. A subfolder with a
# CMakeLists.txt is a library of its own.
function(voronka_library name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cc)
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  file(GLOB_RECURSE others CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  foreach(other IN LISTS others)
    get_filename_component(folder ${other} DIRECTORY)
    list(FILTER sources EXCLUDE REGEX "^${folder}/")
  endforeach()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/..)
  target_link_libraries(${name} PUBLIC ${ARG_LINK})
  if(VORONKA_SANITIZE)
    # A file needs some 300 MB; collecting garbage before that is a twentieth of its time. With precompiled headers, GCC
    # 12 crashes of it.
    target_compile_options(${name} PRIVATE --param=ggc-min-heapsize=500000)
  endif()
  voronka_warnings(${name})
endfunction()

# A call makes hundreds of small allocations; the sanitizers bring an allocator of their own.
function(voronka_fast_allocation target)
  if(NOT VORONKA_SANITIZE AND NOT VORONKA_FUZZ)
    target_link_libraries(${target} PRIVATE ${MIMALLOC})
  endif()
endfunction()

# voronka_program(name LINK libraries...): main.cc of the folder.
function(voronka_program name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  add_executable(${name} main.cc)
  target_link_libraries(${name} PRIVATE ${ARG_LINK})
  voronka_fast_allocation(${name})
  voronka_warnings(${name})
endfunction()

# What every test reads anyway, read once. Not for what is deployed: there, each file must include what it uses.
function(voronka_precompiled target)
  if(VORONKA_FUZZ)
    return()
  endif()
  if(NOT TARGET voronka_test_headers)
    file(WRITE ${CMAKE_BINARY_DIR}/test_headers.cc "")
    add_library(voronka_test_headers STATIC ${CMAKE_BINARY_DIR}/test_headers.cc)
    target_link_libraries(voronka_test_headers PRIVATE voronka_client GTest::gmock)
    target_precompile_headers(
      voronka_test_headers PRIVATE <gmock/gmock.h> <gtest/gtest.h> <google/protobuf/util/time_util.h> <grpcpp/grpcpp.h>
      <fmt/format.h> <chrono> <filesystem> <functional> <future> <map> <memory> <optional> <string> <vector>)
    voronka_warnings(voronka_test_headers)
  endif()
  # The headers can only be used with the definitions that they were read with.
  target_link_libraries(${target} PRIVATE voronka_client)
  target_precompile_headers(${target} REUSE_FROM voronka_test_headers)
endfunction()

# Files that compile by themselves although the rest of their program compiles together: they have names that others
# have too.
function(voronka_alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# voronka_test(name [TOGETHER] LINK libraries...): every *_test.cc of the folder, one program. Its files compile one by
# one, as each has names of its own, but TOGETHER where that would take long.
function(voronka_test name)
  cmake_parse_arguments(ARG "TOGETHER" "" "LINK;LABELS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *_test.cc)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gmock GTest::gtest_main)
  if(NOT ARG_TOGETHER)
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  endif()
  voronka_warnings(${name})
  voronka_precompiled(${name})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 600)
endfunction()
