#include "gateway/files/media_type.h"

#include <algorithm>
#include <array>
#include <utility>

namespace voronka::gateway {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kTypes = {
    {{".html", "text/html; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".css", "text/css; charset=utf-8"},
     {".json", "application/json"},
     {".webmanifest", "application/manifest+json"},
     {".svg", "image/svg+xml"},
     {".png", "image/png"},
     {".ico", "image/x-icon"},
     {".woff2", "font/woff2"},
     {".mp3", "audio/mpeg"},
     {".ogg", "audio/ogg"},
     {".map", "application/json"},
     {".txt", "text/plain; charset=utf-8"}}};

}  // namespace

std::string_view MediaTypeOf(std::string_view extension) {
  const auto* found = std::ranges::find(kTypes, extension, [](const auto& type) { return type.first; });
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

}  // namespace voronka::gateway
