# Everything from Debian 12's packages; `deploy/packages` lists them.
find_program(CCACHE ccache)
if(CCACHE)
  # As precompiled headers need it.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

find_package(Threads REQUIRED)
find_package(Protobuf REQUIRED)
find_package(gRPC CONFIG REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(CURL REQUIRED)
find_package(spdlog CONFIG REQUIRED)
find_package(prometheus-cpp CONFIG REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
find_package(ICU REQUIRED COMPONENTS uc)

find_library(MYSQLCPPCONN mysqlcppconn REQUIRED)
find_library(PHONENUMBER phonenumber REQUIRED)
find_library(GEOCODING geocoding REQUIRED)
find_library(CCTZ cctz REQUIRED)
find_library(MIMALLOC mimalloc REQUIRED)
