#include "demo/life/invented_value.h"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "demo/life/said.h"
#include "demo/moves/filling.h"

namespace voronka::demo {
namespace {

using crm::v1::Field;
using crm::v1::FieldValue;

constexpr int64_t kUsualLeast = 1;
constexpr int64_t kUsualMost = 100;
constexpr int64_t kUsualPrice = 10'000;
// Those who were asked were mostly pleased, and mostly have what they paid for.
constexpr int kYes = 80;

constexpr std::string_view kAddresses[] = {"Тула, ул. Лесная, 14", "Калуга, пр. Победы, 3, склад 2",
                                           "Рязань, ул. Садовая, 71", "Москва, ул. Мира, 8, въезд со двора"};

FieldValue TextFor(const Field& field, const Circumstances&, Chance& chance) {
  return TextValue(chance.OneOf(SaidIn(field.label())));
}

int64_t Bound(const std::string& bound, int64_t usual) { return bound.empty() ? usual : std::stoll(bound); }

// In the better half.
FieldValue NumberFor(const Field& field, const Circumstances&, Chance& chance) {
  const int64_t least = Bound(field.min(), kUsualLeast);
  const int64_t most = std::max(least, Bound(field.max(), std::max(least, kUsualMost)));
  return NumberValue(chance.Between((least + most + 1) / 2, most));
}

// A price that somebody would name.
FieldValue PriceFor(const Field&, const Circumstances& circumstances, Chance& chance) {
  const Trade& trade = circumstances.trade;
  const int64_t rubles = trade.dearest == 0 ? kUsualPrice : chance.Between(trade.cheapest, trade.dearest);
  const int64_t step = rubles > 10'000 ? 500 : 50;
  return MoneyValue(rubles / step * step);
}

FieldValue DayFor(const Field&, const Circumstances& circumstances, Chance& chance) {
  const cctz::civil_day today(cctz::convert(circumstances.now, cctz::utc_time_zone()));
  const cctz::civil_day day = today + chance.Between(2, 40);
  FieldValue value;
  value.set_date(fmt::format("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()));
  return value;
}

FieldValue TimeFor(const Field&, const Circumstances& circumstances, Chance& chance) {
  using std::chrono::hours;
  FieldValue value;
  const auto this_hour = std::chrono::floor<hours>(circumstances.now);
  *value.mutable_time() = TimestampOf(Moment(this_hour + hours(chance.Between(20, 100))));
  return value;
}

FieldValue YesNoFor(const Field&, const Circumstances&, Chance& chance) { return YesValue(chance.Percent(kYes)); }

std::vector<std::string> ChoicesOf(const Field& field, const Circumstances& circumstances) {
  std::vector<std::string> keys;
  for (const auto& choice : field.choices()) {
    const bool avoided = circumstances.avoided.contains({field.key(), choice.key()});
    if (!choice.retired() && !avoided) keys.push_back(choice.key());
  }
  if (keys.empty()) throw std::runtime_error("nothing to choose in the field " + field.label());
  return keys;
}

FieldValue ChoiceFor(const Field& field, const Circumstances& circumstances, Chance& chance) {
  return ChoiceValue(chance.OneOf(ChoicesOf(field, circumstances)));
}

FieldValue ChoicesFor(const Field& field, const Circumstances& circumstances, Chance& chance) {
  FieldValue value;
  value.mutable_choices()->add_keys(chance.OneOf(ChoicesOf(field, circumstances)));
  return value;
}

FieldValue UserFor(const Field&, const Circumstances& circumstances, Chance&) {
  FieldValue value;
  value.set_user_id(circumstances.head_of_sales_id);
  return value;
}

FieldValue PhoneFor(const Field&, const Circumstances&, Chance& chance) {
  return TextValue(fmt::format("+7907{:07}", chance.Between(9'000'000, 9'999'999)));
}

FieldValue EmailFor(const Field&, const Circumstances&, Chance& chance) {
  return TextValue(fmt::format("client{}@example.com", chance.Between(1, 9'999)));
}

FieldValue LinkFor(const Field& field, const Circumstances&, Chance& chance) {
  return TextValue(fmt::format("https://example.com/{}/{}", field.key(), chance.Between(1'000, 9'999)));
}

FieldValue AddressFor(const Field&, const Circumstances&, Chance& chance) {
  return TextValue(chance.OneOf(kAddresses));
}

struct Invention {
  Field::Kind kind;
  FieldValue (*invent)(const Field&, const Circumstances&, Chance&);
};

constexpr Invention kInventions[] = {
    {Field::KIND_TEXT, TextFor},       {Field::KIND_MULTILINE_TEXT, TextFor},
    {Field::KIND_NUMBER, NumberFor},   {Field::KIND_MONEY, PriceFor},
    {Field::KIND_DATE, DayFor},        {Field::KIND_TIME, TimeFor},
    {Field::KIND_YES_NO, YesNoFor},    {Field::KIND_CHOICE, ChoiceFor},
    {Field::KIND_CHOICES, ChoicesFor}, {Field::KIND_USER, UserFor},
    {Field::KIND_PHONE, PhoneFor},     {Field::KIND_EMAIL, EmailFor},
    {Field::KIND_LINK, LinkFor},       {Field::KIND_ADDRESS, AddressFor},
};

}  // namespace

FieldValue InventedValue(const Field& field, const Circumstances& circumstances, Chance& chance) {
  const auto* found = std::ranges::find(kInventions, field.kind(), &Invention::kind);
  if (found == std::end(kInventions)) throw std::runtime_error("no value is invented for the field " + field.key());
  return found->invent(field, circumstances, chance);
}

}  // namespace voronka::demo
