#include "tests/bench/data/drawn_filters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <random>
#include <stdexcept>
#include <utility>

#include "foundation/storage/stored_message.h"
#include "tests/bench/data/data_set.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::bench {
namespace {

using crm::v1::Comparison;
using crm::v1::Condition;
using crm::v1::FieldValue;

// As the deals of data_set.cc have them.
constexpr int64_t kFirstContact = 6'000'000;
constexpr int64_t kLeastAmount = 10'000'000;
constexpr int64_t kAmountStep = 100;
constexpr int64_t kFirstMicros = 1'600'000'000'000'000;

constexpr int kNames = 300;
// One of them is none.
constexpr int kAreas = 20;
constexpr const char* kPeople[] = {"Анна", "Борис", "Вера", "Галина", "Дмитрий"};
constexpr char kArea[] = "area";

// Returns the number of its index.
int64_t AddArea(testing::Account& account) {
  crm::v1::GetFieldSetRequest get;
  get.set_entity(crm::v1::ENTITY_DEAL);
  crm::v1::UpdateFieldSetRequest request;
  *request.mutable_field_set() = account.admin().Call<crm::v1::FieldSet>(get);
  auto& area = *request.mutable_field_set()->add_fields();
  area.set_key(kArea);
  area.set_label("Площадь");
  area.set_kind(crm::v1::Field::KIND_NUMBER);
  area.set_filterable(true);
  const auto saved = account.admin().Call<crm::v1::FieldSet>(request);
  for (const auto& field : saved.fields()) {
    if (field.key() == kArea) return field.index_id();
  }
  throw std::logic_error("the field was not saved");
}

// `fields` of deals by their id MOD kAreas, for ELT.
std::string StoredAreas() {
  std::vector<std::string> stored{"''"};
  for (int area = 1; area < kAreas; ++area) {
    crm::v1::Deal deal;
    (*deal.mutable_fields())[kArea].set_number(std::to_string(area));
    std::string digits;
    for (const unsigned char byte : storage::Serialised(deal)) digits += fmt::format("{:02x}", byte);
    stored.push_back("x'" + digits + "'");
  }
  return fmt::format("{}", fmt::join(stored, ", "));
}

void VaryDeals(storage::Connection& crm, const testing::Account& account) {
  crm.ExecuteUnprepared(
      fmt::format("UPDATE deals SET name = CONCAT('Светильники для магазина на Невском, ', 1 + id MOD {names}), "
                  "responsible_user_id = IF(id MOD 1000 = 0, {}, IF(id MOD 100 = 0, {}, IF(id MOD 10 = 0, {}, {}))), "
                  "state = IF(id MOD 7 = 0, {won}, state), close_time = IF(id MOD 7 = 0, update_time, NULL), "
                  "fields = ELT(1 + id MOD {areas}, {stored}) WHERE account_id = {account}",
                  account.manager_id(3), account.manager_id(2), account.manager_id(1), account.manager_id(0),
                  fmt::arg("names", kNames), fmt::arg("won", static_cast<int>(crm::v1::Deal::STATE_WON)),
                  fmt::arg("areas", kAreas), fmt::arg("stored", StoredAreas()), fmt::arg("account", account.id())));
}

void IndexAreas(storage::Connection& crm, int64_t account, int64_t index_id) {
  crm.ExecuteUnprepared(
      fmt::format("INSERT INTO indexed_values (account_id, index_id, value, resource_id, number) "
                  "SELECT account_id, {0}, CAST(id MOD {1} AS CHAR), id, id MOD {1} FROM deals "
                  "WHERE account_id = {2} AND id MOD {1} <> 0",
                  index_id, kAreas, account));
}

void AddContacts(storage::Connection& crm, const testing::Account& account, int64_t contacts) {
  std::vector<std::string> people;
  for (const auto* person : kPeople) people.push_back(fmt::format("'{}'", person));
  crm.ExecuteUnprepared(fmt::format(
      "INSERT INTO contacts (account_id, id, name, responsible_user_id, create_time, update_time, etag) "
      "SELECT {}, {} + seq, CONCAT(ELT(1 + seq MOD {}, {}), ' ', seq MOD {}), IF(seq MOD 100 = 0, {}, {}), {} + seq, "
      "{} + seq, 1 FROM seq_0_to_{}",
      account.id(), kFirstContact, std::size(kPeople), fmt::join(people, ", "), kNames, account.manager_id(1),
      account.manager_id(0), kFirstMicros, kFirstMicros, contacts - 1));
}

// What a lot of draws asks for.
class Draw {
 public:
  Draw(unsigned seed, const testing::Account& account, int64_t deals)
      : account_(account), deals_(deals), random_(seed) {}

  DrawnFilter Next() {
    const bool is_of_deals = Any(10) < 7;
    DrawnFilter drawn;
    drawn.subject = is_of_deals ? crm::v1::FILTER_SUBJECT_DEALS : crm::v1::FILTER_SUBJECT_CONTACTS;
    drawn.order_by = is_of_deals ? DealOrder() : ContactOrder();
    const int parts = 1 + Any(3);
    // One of ten asks for either.
    auto& conditions = Any(10) == 0 ? *drawn.condition.mutable_any() : *drawn.condition.mutable_all();
    for (int i = 0; i < parts; ++i) {
      auto part = is_of_deals ? OfDeals() : OfContacts();
      auto& condition = *conditions.add_conditions();
      auto& place = Any(10) == 0 ? *condition.mutable_negation() : condition;
      *place.mutable_comparison() = std::move(part);
    }
    return drawn;
  }

 private:
  int Any(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

  // As often of a few as of most.
  int64_t SomeDeals() {
    const double share = std::pow(10.0, -std::uniform_real_distribution<double>(0, 6)(random_));
    return static_cast<int64_t>(share * static_cast<double>(deals_));
  }

  static Comparison With(const std::string& field, Comparison::Operator how, const FieldValue& value) {
    Comparison comparison;
    comparison.set_field(field);
    comparison.set_operator_(how);
    *comparison.add_values() = value;
    return comparison;
  }

  static Comparison Choosing(const std::string& field, const std::string& choice) {
    FieldValue value;
    value.set_choice(choice);
    return With(field, Comparison::OPERATOR_ONE_OF, value);
  }

  static Comparison Containing(const std::string& field, const std::string& text) {
    FieldValue value;
    value.set_text(text);
    return With(field, Comparison::OPERATOR_CONTAINS, value);
  }

  static Comparison Numbered(const std::string& field, Comparison::Operator how, int64_t number) {
    FieldValue value;
    value.set_number(std::to_string(number));
    return With(field, how, value);
  }

  Comparison OfUser(const std::string& field) {
    FieldValue value;
    value.set_user_id(account_.manager_id(Any(kManagersToFilterBy)));
    return With(field, Comparison::OPERATOR_ONE_OF, value);
  }

  Comparison Newest(const std::string& field) {
    const int64_t micros = kFirstMicros + deals_ - SomeDeals();
    FieldValue value;
    value.mutable_time()->set_seconds(micros / 1'000'000);
    value.mutable_time()->set_nanos(static_cast<int32_t>(micros % 1'000'000 * 1'000));
    return With(field, Comparison::OPERATOR_MORE, value);
  }

  Comparison Cheapest() {
    FieldValue value;
    value.mutable_money()->set_minor(kLeastAmount + kAmountStep * SomeDeals());
    value.mutable_money()->set_currency("RUB");
    return With("deal.amount", Comparison::OPERATOR_LESS, value);
  }

  Comparison OfDeals() {
    switch (Any(10)) {
      case 0:
        return Choosing("deal.stage", kStages[Any(static_cast<int>(std::size(kStages)))]);
      case 1:
        return Choosing("deal.pipeline", kPipeline);
      case 2:
        return Choosing("deal.state", Any(2) == 0 ? "open" : "won");
      case 3:
        return OfUser("deal.responsible_user_id");
      case 4:
        return Cheapest();
      case 5:
        return Newest("deal.create_time");
      case 6:
        return Containing("deal.name", fmt::format("невском, {}", 1 + Any(kNames)));
      case 7:
        return Containing("contact.name", kPeople[Any(static_cast<int>(std::size(kPeople)))]);
      case 8:
        return Numbered("deal.area", Comparison::OPERATOR_ONE_OF, Any(kAreas));
      default:
        return Numbered("deal.area", Any(2) == 0 ? Comparison::OPERATOR_MORE : Comparison::OPERATOR_LESS, Any(kAreas));
    }
  }

  Comparison OfContacts() {
    switch (Any(4)) {
      case 0:
        return OfUser("contact.responsible_user_id");
      case 1:
        return Newest("contact.create_time");
      case 2:
        return Containing("contact.name",
                          fmt::format("{} {}", kPeople[Any(static_cast<int>(std::size(kPeople)))], Any(10)));
      default:
        return Numbered("contact.id", Comparison::OPERATOR_LESS, kFirstContact + SomeDeals());
    }
  }

  std::string DealOrder() {
    static const std::vector<std::string> orders = {
        "id desc",     "create_time", "update_time desc",    "stage_enter_time", "close_time desc", "amount",
        "amount desc", "name",        "responsible_user_id", "fields.area",      "fields.area desc"};
    return orders[Any(static_cast<int>(orders.size()))];
  }

  std::string ContactOrder() {
    static const std::vector<std::string> orders = {
        "id desc", "name", "name desc", "create_time", "update_time desc", "responsible_user_id"};
    return orders[Any(static_cast<int>(orders.size()))];
  }

  const testing::Account& account_;
  const int64_t deals_;
  std::mt19937 random_;
};

}  // namespace

void FillToFilter(storage::Connection& crm, testing::Account& account, int64_t deals) {
  const int64_t index_id = AddArea(account);
  AddDeals(crm, account.id(), account.manager_id(0), deals);
  VaryDeals(crm, account);
  IndexAreas(crm, account.id(), index_id);
  AddContacts(crm, account, deals);
}

std::vector<DrawnFilter> DrawFilters(unsigned seed, int count, const testing::Account& account, int64_t deals) {
  Draw draw(seed, account, deals);
  std::vector<DrawnFilter> filters;
  for (int i = 0; i < count; ++i) filters.push_back(draw.Next());
  return filters;
}

}  // namespace voronka::bench
