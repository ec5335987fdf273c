#pragma once

#include <stddef.h>

/// A file of `templates/` or `assets/`, as it was when the binary was built. The bytes live as long as the process.
struct EmbeddedFile {
  /// Where it lay below the package: `templates/page.mustache`, ended by NUL.
  const char *_Nonnull path;
  /// Its bytes.
  const unsigned char *_Nonnull bytes;
  /// How many.
  size_t count;
};

/// Number of embedded files.
size_t embedded_file_count(void);

/// An embedded file; `index` is below `embedded_file_count()`. In order of path.
struct EmbeddedFile embedded_file(size_t index);
