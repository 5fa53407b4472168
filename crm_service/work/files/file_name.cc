#include "crm_service/work/files/file_name.h"

#include <algorithm>
#include <string_view>

namespace voronka::crm {
namespace {

constexpr size_t kMostNameBytes = 255;
// U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
constexpr std::string_view kTurns[] = {"\u061C", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C",
                                       "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"};

bool IsFileName(std::string_view name) {
  if (name.size() > kMostNameBytes || name == "." || name == "..") return false;
  if (name.find_first_of("/\\") != std::string_view::npos) return false;
  return std::ranges::none_of(kTurns, [name](std::string_view turn) { return name.find(turn) != name.npos; });
}

}  // namespace

void RequireFileName(const std::string& name, const std::string& field, rpc::Violations& violations) {
  violations.AddUnless(IsFileName(name), "BAD_FILE_NAME", field,
                       {"A name has at most 255 bytes, and no slashes.",
                        "Имя файла слишком длинное или с недопустимыми символами: уберите косую черту."});
}

}  // namespace voronka::crm
