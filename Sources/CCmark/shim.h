#pragma once

#if !__has_include(<cmark.h>)
#error "install libcmark-dev"
#endif

#include <cmark.h>
