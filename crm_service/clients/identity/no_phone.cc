#include "crm_service/clients/identity/no_phone.h"

#include <re2/re2.h>

#include <string>

namespace voronka::crm {
namespace {

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

std::string DigitsOf(std::string_view run) {
  std::string digits;
  for (const char c : run) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

bool IsDate(std::string_view run) {
  static const RE2 form(
      R"re( *(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d)re"
      R"re(|(?:19|20)\d\d[./-](?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01]))(?: +\d{1,2})?[ .]*)re");
  return RE2::FullMatch(Piece(run), form);
}

// By the check digit that cards have.
bool HasCheckDigit(const std::string& digits) {
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 == 0;
}

bool IsCard(std::string_view run) {
  static const RE2 groups(R"( *\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{1,3})? *)");
  if (RE2::FullMatch(Piece(run), groups)) return true;
  const auto digits = DigitsOf(run);
  return digits.size() >= 16 && digits.size() <= 19 && HasCheckDigit(digits);
}

// By a word for numbers that nobody dials, whatever they look like.
bool IsNamedBefore(std::string_view before) {
  static const RE2 names(
      R"re((?i)(?:^|[^\p{L}])(?:инн|кпп|огрн|огрнип|снилс|бик|окпо|паспорт\p{L}*|[рк]/с|inn|iban|passport))re"
      R"re((?: +\p{L}+)?[ .:#]*(?:No[. ]*)?$)re");
  return RE2::PartialMatch(Piece(before), names);
}

// By a word that a phone may follow too.
bool IsCountedBefore(std::string_view before) {
  static const RE2 names(
      R"re((?i)(?:^|[^\p{L}])(?:карт[аеуы]|заказ\p{L}*|догов\p{L}*|сч[её]т\p{L}*|артикул\p{L}*|индекс|card|order)re"
      R"re(|invoice|contract|zip)[ .:#]*(?:No[. ]*)?$)re");
  return RE2::PartialMatch(Piece(before), names);
}

bool IsPrice(std::string_view run, const Surroundings& surroundings) {
  static const RE2 sign_before(R"re([₽$€£₸₴] *$)re");
  static const RE2 currency_after(
      R"re((?i)^(?:,\d{1,2})? *(?:[₽$€£₸₴%]|(?:(?:тыс|руб|коп|тенге|долл|евро)\p{L}*|р|тг|usd|eur|rub|kzt|byn))re"
      R"re((?:[^\p{L}]|$)))re");
  static const RE2 cents_after(R"re(^,\d{1,2}(?:\D|$))re");
  static const RE2 thousands(R"re( *\d{1,3}(?: \d{3})+ *)re");
  return RE2::PartialMatch(Piece(surroundings.before), sign_before) ||
         RE2::PartialMatch(Piece(surroundings.after), currency_after) ||
         (RE2::FullMatch(Piece(run), thousands) && RE2::PartialMatch(Piece(surroundings.after), cents_after));
}

}  // namespace

bool IsNoPhone(std::string_view run, const Surroundings& surroundings) {
  if (run.find('+') != std::string_view::npos) return false;
  return IsDate(run) || IsCard(run) || IsNamedBefore(surroundings.before);
}

bool IsNoTypedPhone(std::string_view run, const Surroundings& surroundings) {
  return IsCountedBefore(surroundings.before) || IsPrice(run, surroundings);
}

}  // namespace voronka::crm
