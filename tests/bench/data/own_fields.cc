#include "tests/bench/data/own_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/storage/stored_message.h"

namespace voronka::bench {
namespace {

using crm::v1::Field;
using crm::v1::FieldValue;

FieldValue SomeValue(const Field& field, int64_t user_id) {
  FieldValue value;
  switch (field.kind()) {
    case Field::KIND_NUMBER:
      value.set_number("12.5");
      break;
    case Field::KIND_MONEY:
      value.mutable_money()->set_minor(100'000);
      value.mutable_money()->set_currency("RUB");
      break;
    case Field::KIND_DATE:
      value.set_date("2026-09-02");
      break;
    case Field::KIND_TIME:
      value.mutable_time()->set_seconds(1'800'000'000);
      break;
    case Field::KIND_YES_NO:
      value.set_yes(true);
      break;
    case Field::KIND_CHOICE:
      value.set_choice(field.choices(0).key());
      break;
    case Field::KIND_CHOICES:
      value.mutable_choices()->add_keys(field.choices(0).key());
      break;
    case Field::KIND_USER:
      value.set_user_id(user_id);
      break;
    default:
      value.set_text("Светильники для магазина на Невском");
  }
  return value;
}

}  // namespace

void AddOwnFields(crm::v1::FieldSet& field_set, int own) {
  const auto is_own = [](const Field& field) { return !field.system(); };
  for (auto number = std::ranges::count_if(field_set.fields(), is_own); number < own; ++number) {
    auto& field = *field_set.add_fields();
    field.set_key(fmt::format("field{}", number));
    field.set_label(fmt::format("Поле {}", number));
    field.set_kind(Field::KIND_TEXT);
  }
}

crm::v1::Deal FilledIn(const crm::v1::FieldSet& field_set, int64_t user_id) {
  crm::v1::Deal deal;
  for (const auto& field : field_set.fields()) {
    if (!field.system()) (*deal.mutable_fields())[field.key()] = SomeValue(field, user_id);
  }
  return deal;
}

void PlaceDeals(storage::Connection& crm, int64_t account, const std::string& pipeline, const std::string& stage,
                const crm::v1::Deal& fields) {
  crm.Execute("UPDATE deals SET pipeline = ?, stage = ?, fields = ? WHERE account_id = ?", pipeline, stage,
              storage::Bytes{storage::Serialised(fields)}, account);
  crm.Execute(
      "REPLACE INTO stage_totals (account_id, pipeline, stage, responsible_user_id, currency, deals, amount_minor) "
      "SELECT account_id, pipeline, stage, responsible_user_id, amount_currency, COUNT(*), SUM(amount_minor) FROM "
      "deals "
      "WHERE account_id = ? GROUP BY account_id, pipeline, stage, responsible_user_id, amount_currency",
      account);
}

}  // namespace voronka::bench
