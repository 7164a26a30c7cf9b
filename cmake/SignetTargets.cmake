# How every library, program and test of Signet is declared: one place for warnings, sanitizers and the linker.

add_library(signet_build_options INTERFACE)
target_compile_options(signet_build_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wcast-align -Wunused -Wnull-dereference -Wformat=2 -Wimplicit-fallthrough -Wextra-semi>)
if(SIGNET_WERROR)
    target_compile_options(signet_build_options INTERFACE -Werror)
endif()
target_compile_definitions(signet_build_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400 SIGNET_VERSION="${PROJECT_VERSION}")
if(SIGNET_SANITIZE)
    add_compile_options(-fsanitize=${SIGNET_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${SIGNET_SANITIZE})
endif()

find_program(SIGNET_LLD ld.lld)
if(SIGNET_LLD AND NOT MINGW)
    add_link_options(-fuse-ld=lld)
endif()
find_program(SIGNET_CCACHE ccache)
if(SIGNET_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${SIGNET_CCACHE})
endif()

# signet_library(<name> SOURCES ... [PUBLIC libs...] [PRIVATE libs...]): one folder, one static library.
function(signet_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} signet_build_options)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
endfunction()

# signet_program(<target> SOURCES ... LIBS ...)
function(signet_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBS} signet_build_options)
endfunction()

# signet_test(<name> LABEL unit|integration|ui|bench [SOURCES ...] LIBS ... [PCSCD]): tst_<name>.cpp unless SOURCES says
# otherwise. PCSCD: the test runs pcscd, on a machine of its own where the system allows that.
function(signet_test name)
    cmake_parse_arguments(arg "PCSCD" "LABEL;TIMEOUT" "SOURCES;LIBS" ${ARGN})
    if(NOT arg_SOURCES)
        set(arg_SOURCES tst_${name}.cpp)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(tst_${name} ${arg_SOURCES})
    target_include_directories(tst_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(tst_${name} PRIVATE ${arg_LIBS} Qt6::Test signet_build_options)
    if(arg_PCSCD)
        add_dependencies(tst_${name} signet-own-machine)
        add_test(NAME ${arg_LABEL}.${name} COMMAND signet-own-machine $<TARGET_FILE:tst_${name}>)
    else()
        add_test(NAME ${arg_LABEL}.${name} COMMAND tst_${name})
    endif()
    set_tests_properties(${arg_LABEL}.${name} PROPERTIES
        LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    if(arg_LABEL STREQUAL "bench")
        set_tests_properties(${arg_LABEL}.${name} PROPERTIES RUN_SERIAL ON)
    elseif(arg_PCSCD)
        signet_pcscd_test(${arg_LABEL}.${name})
    endif()
endfunction()

# signet_pcscd_test(<test>): tests that run pcscd go one at a time, unless each has a machine of its own.
function(signet_pcscd_test name)
    if(NOT SIGNET_OWN_MACHINES)
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK pcscd)
    endif()
endfunction()

# What signet-own-machine does, as root or with a user namespace: does the system allow it?
set(signet_try "--net --mount mount -t tmpfs tmpfs /run")
execute_process(COMMAND sh -c "unshare ${signet_try} || unshare --user --map-root-user ${signet_try}"
    RESULT_VARIABLE signet_unshare OUTPUT_QUIET ERROR_QUIET)
if(signet_unshare EQUAL 0)
    set(SIGNET_OWN_MACHINES ON)
endif()
