#include "crm_service/clients/identity/client_name.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "foundation/rpc/requests/visible_line.h"

namespace voronka::crm {
namespace {

// A letter, a digit or a picture.
bool MayName(UChar32 c) { return u_isalnum(c) != 0 || u_charType(c) == U_OTHER_SYMBOL; }

bool NamesSomebody(const std::string& line) {
  const auto text = icu::UnicodeString::fromUTF8(line);
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    if (MayName(text.char32At(at))) return true;
  }
  return false;
}

}  // namespace

std::string ClientName(const std::string& text) {
  auto line = rpc::VisibleLine(text);
  return NamesSomebody(line) ? line : "";
}

}  // namespace voronka::crm
