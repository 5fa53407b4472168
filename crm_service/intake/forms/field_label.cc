#include "crm_service/intake/forms/field_label.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "crm_service/intake/forms/form_fields.h"
#include "foundation/rpc/requests/composed.h"

namespace voronka::crm {
namespace {

constexpr UChar32 kYo = 0x451;
constexpr UChar32 kYe = 0x435;

// Gathers words from characters.
class LabelReader {
 public:
  void Add(UChar32 c) {
    if (IsUnseen(c)) return;
    if (u_isalnum(c) == 0) return End();
    if (u_isupper(c) != 0 && after_lower_) End();
    after_lower_ = u_islower(c) != 0;
    const UChar32 folded = u_foldCase(c, U_FOLD_CASE_DEFAULT);
    word_.append(folded == kYo ? kYe : folded);
  }

  std::vector<std::string> Finished() && {
    End();
    return std::move(words_);
  }

 private:
  // Soft hyphens, joiners and marks of direction, which are copied into names and seen by nobody.
  static bool IsUnseen(UChar32 c) { return u_charType(c) == U_FORMAT_CHAR; }

  void End() {
    after_lower_ = false;
    if (!word_.isEmpty()) word_.toUTF8String(words_.emplace_back());
    word_.remove();
  }

  icu::UnicodeString word_;
  bool after_lower_ = false;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> LabelWords(const std::string& text) {
  const icu::UnicodeString composed = rpc::ComposedForm(icu::UnicodeString::fromUTF8(text));
  LabelReader reader;
  for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) reader.Add(composed.char32At(i));
  return std::move(reader).Finished();
}

std::string LabelOf(const std::string& text) {
  std::string label = Joined(LabelWords(text));
  return label.empty() ? Folded(text) : label;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const auto& word : words) joined += word;
  return joined;
}

}  // namespace voronka::crm
