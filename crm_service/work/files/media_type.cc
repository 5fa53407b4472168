#include "crm_service/work/files/media_type.h"

#include <algorithm>
#include <iterator>

namespace voronka::crm {
namespace {

using namespace std::string_view_literals;

struct Signature {
  size_t at;
  std::string_view bytes;
  const char* type;
};

// A table of what salespeople send, rather than libmagic: its database is 7 MB, and it parses much more than a CRM has
// to tell apart.
constexpr Signature kSignatures[] = {
    {0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    {0, "\xff\xd8\xff"sv, "image/jpeg"},
    {0, "GIF87a"sv, "image/gif"},
    {0, "GIF89a"sv, "image/gif"},
    {8, "WEBP"sv, "image/webp"},
    {0, "%PDF-"sv, "application/pdf"},
    {0, "PK\x03\x04"sv, "application/zip"},
    {0, "PK\x05\x06"sv, "application/zip"},
    {0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "application/x-ole-storage"},
    {0, "Rar!\x1a\x07"sv, "application/vnd.rar"},
    {0, "7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"},
    {0, "\x1f\x8b"sv, "application/gzip"},
    {0, "{\\rtf"sv, "application/rtf"},
    {0, "ID3"sv, "audio/mpeg"},
    {0, "\xff\xfb"sv, "audio/mpeg"},
    {0, "OggS"sv, "audio/ogg"},
    {8, "WAVE"sv, "audio/wav"},
    {4, "ftypM4A"sv, "audio/mp4"},
    {4, "ftypheic"sv, "image/heic"},
    {4, "ftypqt"sv, "video/quicktime"},
    {4, "ftyp"sv, "video/mp4"},
};

struct Office {
  std::string_view container;
  std::string_view ending;
  const char* type;
};

constexpr Office kOffice[] = {
    {"application/zip", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"application/zip", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"application/zip", ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"application/zip", ".odt", "application/vnd.oasis.opendocument.text"},
    {"application/zip", ".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"application/x-ole-storage", ".doc", "application/msword"},
    {"application/x-ole-storage", ".xls", "application/vnd.ms-excel"},
    {"application/x-ole-storage", ".ppt", "application/vnd.ms-powerpoint"},
    {"application/x-ole-storage", ".msg", "application/vnd.ms-outlook"},
};

bool StandsAt(std::string_view beginning, const Signature& signature) {
  return beginning.size() >= signature.at && beginning.substr(signature.at).starts_with(signature.bytes);
}

bool IsTextByte(char byte) { return static_cast<unsigned char>(byte) >= 0x20 || (byte >= '\t' && byte <= '\r'); }

std::string InLowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::string ContainerOf(std::string_view beginning) {
  const auto* found =
      std::ranges::find_if(kSignatures, [beginning](const Signature& each) { return StandsAt(beginning, each); });
  if (found != std::end(kSignatures)) return found->type;
  const bool is_text = !beginning.empty() && std::ranges::all_of(beginning, IsTextByte);
  return is_text ? "text/plain" : "application/octet-stream";
}

}  // namespace

std::string MediaTypeOf(std::string_view beginning, std::string_view name) {
  std::string container = ContainerOf(beginning);
  const std::string lower = InLowerCase(name);
  const auto* office = std::ranges::find_if(
      kOffice, [&](const Office& each) { return container == each.container && lower.ends_with(each.ending); });
  return office == std::end(kOffice) ? container : office->type;
}

}  // namespace voronka::crm
