#include "tests/crm_service/sales/properties/asked_fields.h"

#include <utility>

namespace voronka::properties {
namespace {

using namespace crm::v1;

const std::vector<std::string> kChoiceKeys = {"a", "b", "c"};

std::string EntityName(Entity entity) {
  return entity == ENTITY_DEAL ? "deal" : entity == ENTITY_CONTACT ? "contact" : "company";
}

const std::vector<std::pair<std::string, Field::Kind>>& OwnOfDeals() {
  static const std::vector<std::pair<std::string, Field::Kind>> own = {
      {"line", Field::KIND_TEXT},        {"lines", Field::KIND_MULTILINE_TEXT},
      {"count", Field::KIND_NUMBER},     {"price", Field::KIND_MONEY},
      {"day", Field::KIND_DATE},         {"moment", Field::KIND_TIME},
      {"is_urgent", Field::KIND_YES_NO}, {"choice", Field::KIND_CHOICE},
      {"choices", Field::KIND_CHOICES},  {"person", Field::KIND_USER},
      {"phone", Field::KIND_PHONE},      {"email", Field::KIND_EMAIL},
      {"link", Field::KIND_LINK},        {"place", Field::KIND_ADDRESS}};
  return own;
}

const std::vector<std::pair<std::string, Field::Kind>>& OwnOfClients() {
  static const std::vector<std::pair<std::string, Field::Kind>> own = {
      {"rank", Field::KIND_NUMBER}, {"is_regular", Field::KIND_YES_NO}, {"sort", Field::KIND_CHOICE}};
  return own;
}

std::vector<AskedField> AllFields() {
  std::vector<AskedField> all = {{ENTITY_DEAL, "name", Field::KIND_TEXT, false},
                                 {ENTITY_DEAL, "amount", Field::KIND_MONEY, false},
                                 {ENTITY_DEAL, "contact_id", Field::KIND_CONTACT, false},
                                 {ENTITY_DEAL, "company_id", Field::KIND_COMPANY, false},
                                 {ENTITY_CONTACT, "name", Field::KIND_TEXT, false},
                                 {ENTITY_CONTACT, "phones", Field::KIND_PHONE, false},
                                 {ENTITY_CONTACT, "emails", Field::KIND_EMAIL, false},
                                 {ENTITY_CONTACT, "company_id", Field::KIND_COMPANY, false},
                                 {ENTITY_CONTACT, "job_title", Field::KIND_TEXT, false},
                                 {ENTITY_COMPANY, "name", Field::KIND_TEXT, false},
                                 {ENTITY_COMPANY, "tax_number", Field::KIND_TEXT, false},
                                 {ENTITY_COMPANY, "phones", Field::KIND_PHONE, false},
                                 {ENTITY_COMPANY, "emails", Field::KIND_EMAIL, false},
                                 {ENTITY_COMPANY, "site", Field::KIND_LINK, false},
                                 {ENTITY_COMPANY, "address", Field::KIND_ADDRESS, false}};
  for (const auto& [key, kind] : OwnOfDeals()) all.push_back({ENTITY_DEAL, key, kind, true});
  for (const auto& [key, kind] : OwnOfClients()) {
    all.push_back({ENTITY_CONTACT, key, kind, true});
    all.push_back({ENTITY_COMPANY, key, kind, true});
  }
  return all;
}

FieldValue Text(const std::string& text) {
  FieldValue value;
  value.set_text(text);
  return value;
}

}  // namespace

std::string AskedField::Name() const { return EntityName(entity) + "." + key; }

std::string AskedField::Path() const { return is_own ? "fields." + key : key; }

const std::vector<AskedField>& AskedFields() {
  static const std::vector<AskedField> all = AllFields();
  return all;
}

void AddOwnFields(FieldSet& field_set) {
  for (const auto& asked : AskedFields()) {
    if (!asked.is_own || asked.entity != field_set.entity()) continue;
    auto& field = *field_set.add_fields();
    field.set_key(asked.key);
    field.set_label("Поле " + asked.key);
    field.set_kind(asked.kind);
    if (asked.kind != Field::KIND_CHOICE && asked.kind != Field::KIND_CHOICES) continue;
    for (const auto& key : kChoiceKeys) {
      auto& choice = *field.add_choices();
      choice.set_key(key);
      choice.set_name(key);
    }
  }
}

FieldValue RandomValue(Dice& dice, Field::Kind kind, int64_t user_id) {
  FieldValue value;
  switch (kind) {
    case Field::KIND_NUMBER:
      value.set_number(OneOf<std::string>(dice, {"0", "5", "12.5", "-3"}));
      break;
    case Field::KIND_MONEY:
      value.mutable_money()->set_minor(OneOf<int64_t>(dice, {0, 100, 5000}));
      value.mutable_money()->set_currency(dice.Once(4) ? "USD" : "RUB");
      break;
    case Field::KIND_DATE:
      value.set_date(OneOf<std::string>(dice, {"2026-01-15", "2026-09-02", "2027-03-01"}));
      break;
    case Field::KIND_TIME:
      value.mutable_time()->set_seconds(1'800'000'000 + 3600 * dice.Throw(3));
      break;
    case Field::KIND_YES_NO:
      value.set_yes(dice.Once(2));
      break;
    case Field::KIND_CHOICE:
      value.set_choice(OneOf(dice, kChoiceKeys));
      break;
    case Field::KIND_CHOICES:
      value.mutable_choices()->add_keys("a");
      if (dice.Once(2)) value.mutable_choices()->add_keys("c");
      break;
    case Field::KIND_USER:
      value.set_user_id(user_id);
      break;
    case Field::KIND_PHONE:
      return Text("+74951234567");
    case Field::KIND_EMAIL:
      return Text("petr@example.com");
    case Field::KIND_LINK:
      return Text("https://example.com/chairs");
    default:
      return Text(OneOf<std::string>(dice, {"Chairs", "Tables and chairs", "Lamps"}));
  }
  return value;
}

}  // namespace voronka::properties
