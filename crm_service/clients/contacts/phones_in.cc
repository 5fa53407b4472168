#include "crm_service/clients/contacts/phones_in.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>
#include <utility>

#include "crm_service/clients/contacts/phone_number.h"
#include "crm_service/clients/contacts/plain_text.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {
namespace {

// Numbers of small towns have five digits; what is shorter is an extension, an hour or a house.
constexpr size_t kFewestDigits = 5;
constexpr size_t kMostDigitsOfExtension = 6;

size_t CountDigits(std::string_view text) {
  return std::ranges::count_if(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string OnlyDigits(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](unsigned char c) { return std::isdigit(c) != 0; });
  return digits;
}

std::vector<std::string_view> PartsOf(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string_view UpToLastDigit(std::string_view run) { return run.substr(0, run.find_last_of("0123456789") + 1); }

size_t LongestTypedPhone() {
  const auto* phones = v1::Contact::descriptor()->FindFieldByNumber(v1::Contact::kPhonesFieldNumber);
  return rpc::FieldRules::Of(*phones).max_length;
}

class PhoneReader {
 public:
  explicit PhoneReader(const std::string& plain) : plain_(plain) {}

  std::vector<ContactPoint> Read() {
    // A run of digits and signs, maybe after a word that makes it an extension.
    static const RE2 form(
        R"re((?i)((?:^|[^\p{L}])(?:доб\p{L}*|доп\p{L}*|внутр\p{L}*|вн|ext|extn|extension|x)[.=: ]*(?:no)?[. ]*|[,#*])?)re"
        R"re(([+(]*\d[\d().\-/ ]*))re");
    std::string label;
    std::string run;
    for (re2::StringPiece rest(plain_); RE2::FindAndConsume(&rest, form, &label, &run);) {
      label.empty() ? ReadRun(run) : ReadLabelled(run);
    }
    if (!has_read_) KeepAsTyped();
    return OnceEach();
  }

 private:
  // The extension of the phone before, and what follows it after a slash.
  void ReadLabelled(std::string_view run) {
    const auto extension = run.substr(0, run.find('/'));
    if (!may_have_extension_ || CountDigits(extension) > kMostDigitsOfExtension) return ReadRun(run);
    found_.back().value += ";ext=" + OnlyDigits(extension);
    may_have_extension_ = false;
    if (extension.size() < run.size()) ReadRun(run.substr(extension.size() + 1));
  }

  void ReadRun(std::string_view run) {
    const auto parts = PartsOf(run, '/');
    if (parts.size() > 1 && PhoneNumberIn(parts[0])) return ReadParts(parts);
    if (AddNumber(run) || AddTwoNumbers(run)) return;
    may_have_extension_ = false;
    if (CountDigits(run) >= kFewestDigits) AddTyped(run);
  }

  // Numbers with slashes between them. A short part is another ending of the number before: `123-45-67/68`.
  void ReadParts(const std::vector<std::string_view>& parts) {
    for (const auto part : parts) {
      const auto digits = OnlyDigits(part);
      digits.size() < kFewestDigits&& may_have_extension_ ? AddOtherEnding(digits) : ReadRun(part);
    }
  }

  void AddOtherEnding(const std::string& digits) {
    const auto& before = found_.back().value;
    const auto number = before.substr(0, before.size() - digits.size()) + digits;
    if (PhoneNumberIn(number) == number) AddRead(number);
  }

  bool AddNumber(std::string_view run) {
    auto number = PhoneNumberIn(run);
    if (number) AddRead(*std::move(number));
    return number.has_value();
  }

  // With nothing but a blank between them.
  bool AddTwoNumbers(std::string_view run) {
    for (size_t blank = run.find(' '); blank != std::string_view::npos; blank = run.find(' ', blank + 1)) {
      const auto first = run.substr(0, blank);
      const auto second = run.substr(blank);
      if (PhoneNumberIn(first) && PhoneNumberIn(second)) return AddNumber(first) && AddNumber(second);
    }
    return false;
  }

  void AddRead(std::string number) {
    found_.push_back({ContactPoint::kPhone, std::move(number)});
    has_read_ = may_have_extension_ = true;
  }

  void AddTyped(std::string_view run) {
    const size_t begin = run.find_first_not_of(' ');
    found_.push_back({ContactPoint::kTypedPhone, std::string(UpToLastDigit(run).substr(begin))});
    may_have_extension_ = false;
  }

  // The words beside a number that cannot be read may say whose town it is.
  void KeepAsTyped() {
    const bool fits = rpc::CodePoints(plain_) <= LongestTypedPhone();
    if (!found_.empty() && fits) found_ = {{ContactPoint::kTypedPhone, plain_}};
  }

  std::vector<ContactPoint> OnceEach() {
    std::vector<ContactPoint> once;
    for (auto& point : found_) {
      if (rpc::CodePoints(point.value) > LongestTypedPhone()) continue;
      if (IsReadPhone(point.value)) point.kind = ContactPoint::kPhone;
      if (std::ranges::find(once, point) == once.end()) once.push_back(std::move(point));
    }
    return once;
  }

  const std::string& plain_;
  std::vector<ContactPoint> found_;
  // Something was read as a number.
  bool has_read_ = false;
  // The last of those found is a number without an extension.
  bool may_have_extension_ = false;
};

}  // namespace

std::vector<ContactPoint> PhonesIn(const std::string& text) {
  const auto plain = PlainText(text);
  return PhoneReader(plain).Read();
}

}  // namespace voronka::crm
