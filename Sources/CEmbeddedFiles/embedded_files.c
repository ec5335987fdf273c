#include "CEmbeddedFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char mark_svg[] = {
#embed "../../assets/mark.svg"
};
static const unsigned char style_css[] = {
#embed "../../assets/style.css"
};
static const unsigned char contents_mustache[] = {
#embed "../../templates/contents.mustache"
};
static const unsigned char evidence_mustache[] = {
#embed "../../templates/evidence.mustache"
};
static const unsigned char foot_mustache[] = {
#embed "../../templates/foot.mustache"
};
static const unsigned char head_mustache[] = {
#embed "../../templates/head.mustache"
};
static const unsigned char index_mustache[] = {
#embed "../../templates/index.mustache"
};
static const unsigned char page_mustache[] = {
#embed "../../templates/page.mustache"
};

#define FILE_AT(path, bytes) {path, bytes, sizeof(bytes)}

static const struct EmbeddedFile files[] = {
    FILE_AT("assets/mark.svg", mark_svg),
    FILE_AT("assets/style.css", style_css),
    FILE_AT("templates/contents.mustache", contents_mustache),
    FILE_AT("templates/evidence.mustache", evidence_mustache),
    FILE_AT("templates/foot.mustache", foot_mustache),
    FILE_AT("templates/head.mustache", head_mustache),
    FILE_AT("templates/index.mustache", index_mustache),
    FILE_AT("templates/page.mustache", page_mustache),
};

size_t embedded_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct EmbeddedFile embedded_file(size_t index) { return files[index]; }
