// Filters find what a naive model finds, with every operator, kind and order.
#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "foundation/storage/connection.h"
#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/intake/unsorted/unsorted_office.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/work/filters/filtering.h"
#include "tests/crm_service/work/filters/naive_model.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kDeals = 60;
constexpr int kRounds = 120;
constexpr unsigned kSeed = 20'261'130;

int64_t MicrosOf(const google::protobuf::Timestamp& time) { return TimeUtil::TimestampToMicroseconds(time); }

Said WordOf(const std::string& word) { return word.empty() ? Said{} : Said{{word}, {}}; }

const FieldValue& OwnValue(const Deal& deal, const std::string& key) {
  const auto found = deal.fields().find(key);
  return found == deal.fields().end() ? FieldValue::default_instance() : found->second;
}

FieldValue TextAs(const Said& said) {
  FieldValue value;
  value.set_text(said.words.front());
  return value;
}

FieldValue ChoiceAs(const Said& said) {
  FieldValue value;
  value.set_choice(said.words.front());
  return value;
}

FieldValue NumberAs(const Said& said) {
  FieldValue value;
  value.set_number(std::to_string(said.numbers.front()));
  return value;
}

FieldValue TimeAs(const Said& said) {
  FieldValue value;
  *value.mutable_time() = Instant(said.numbers.front());
  return value;
}

FieldValue RublesAs(const Said& said) {
  FieldValue value;
  value.mutable_money()->set_minor(said.numbers.front());
  value.mutable_money()->set_currency("RUB");
  return value;
}

FieldValue YesAs(const Said& said) {
  FieldValue value;
  value.set_yes(said.words.front() == "yes");
  return value;
}

FieldValue DateAs(const Said& said) {
  FieldValue value;
  value.set_date("2026-01-" + std::to_string(10 + said.numbers.front()));
  return value;
}

FieldValue UserAs(const Said& said) {
  FieldValue value;
  value.set_user_id(said.numbers.front());
  return value;
}

std::string StateWord(const Deal& deal) {
  return deal.state() == Deal::STATE_OPEN ? "open" : deal.state() == Deal::STATE_WON ? "won" : "lost";
}

Said DateIn(const Deal& deal) {
  const auto& date = OwnValue(deal, "day").date();
  return date.empty() ? Said{} : Said{{}, {std::stoll(date.substr(date.size() - 2)) - 10}};
}

Said ChoicesIn(const Deal& deal) {
  Said said;
  for (const auto& key : OwnValue(deal, "goods").choices().keys()) said.words.push_back(key);
  return said;
}

const std::vector<ModelField>& Fields() {
  static const std::vector<ModelField> fields = {
      {"deal.name", false, true, [](const Deal& deal) { return WordOf(deal.name()); }, TextAs},
      {"deal.stage", false, false, [](const Deal& deal) { return WordOf(deal.stage()); }, ChoiceAs},
      {"deal.state", false, false, [](const Deal& deal) { return WordOf(StateWord(deal)); }, ChoiceAs},
      {"deal.id", true, false,
       [](const Deal& deal) {
         return Said{{}, {deal.id()}};
       },
       NumberAs},
      {"deal.amount", true, false,
       [](const Deal& deal) {
         return deal.has_amount() ? Said{{}, {deal.amount().minor()}} : Said{};
       },
       RublesAs},
      {"deal.amount_confirmed", false, false,
       [](const Deal& deal) { return WordOf(deal.amount_confirmed() ? "yes" : "no"); }, YesAs},
      {"deal.create_time", true, false,
       [](const Deal& deal) {
         return Said{{}, {MicrosOf(deal.create_time())}};
       },
       TimeAs},
      {"deal.close_time", true, false,
       [](const Deal& deal) {
         return deal.has_close_time() ? Said{{}, {MicrosOf(deal.close_time())}} : Said{};
       },
       TimeAs},
      {"deal.responsible_user_id", false, false,
       [](const Deal& deal) {
         return deal.responsible_user_id() == 0 ? Said{} : Said{{}, {deal.responsible_user_id()}};
       },
       UserAs},
      {"deal.shipping", false, false, [](const Deal& deal) { return WordOf(OwnValue(deal, "shipping").choice()); },
       ChoiceAs},
      {"deal.goods", false, false, ChoicesIn, ChoiceAs},
      {"deal.note", false, true, [](const Deal& deal) { return WordOf(OwnValue(deal, "note").text()); }, TextAs},
      {"deal.day", true, false, DateIn, DateAs},
      {"deal.seats", true, false,
       [](const Deal& deal) {
         const auto& number = OwnValue(deal, "seats").number();
         return number.empty() ? Said{} : Said{{}, {std::stoll(number)}};
       },
       NumberAs},
  };
  return fields;
}

// By what a deal comes in an order: those without a value last.
std::optional<int64_t> OrderValue(const Deal& deal, const std::string& order) {
  if (order == "create_time") return MicrosOf(deal.create_time());
  if (order == "update_time") return MicrosOf(deal.update_time());
  if (order == "stage_enter_time") return MicrosOf(deal.stage_enter_time());
  if (order == "close_time" && !deal.has_close_time()) return std::nullopt;
  if (order == "close_time") return MicrosOf(deal.close_time());
  if (order == "amount" && !deal.has_amount()) return std::nullopt;
  return order == "amount" ? deal.amount().minor() : deal.id();
}

class FilterDeals : public ::testing::Test {
 protected:
  FilterDeals() {
    MakeFields();
    for (int i = 0; i < kDeals; ++i) MakeDeal();
    for (const int64_t id : AllIds(office_.olga, {}, 1'000)) deals_.push_back(office_.Find(id));
  }

  void MakeFields() {
    auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
    auto goods = ShippingField();
    goods.set_key("goods");
    goods.set_label("Товары");
    goods.set_kind(Field::KIND_CHOICES);
    for (auto field : {ShippingField(), goods, OwnField("note", Field::KIND_TEXT), OwnField("day", Field::KIND_DATE),
                       OwnField("seats", Field::KIND_NUMBER)}) {
      // Some are found by an index, others only by reading.
      field.set_filterable(field.key() != "note" && field.key() != "seats");
      *set.add_fields() = field;
    }
    office_.olga.Call<FieldSet>(Updating(set));
  }

  int Any(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

  void MakeDeal() {
    static const std::vector<std::string> words = {"стол", "стул и стол", "шкаф", "столик"};
    auto request = NewDeal();
    auto& deal = *request.mutable_deal();
    auto& fields = *deal.mutable_fields();
    if (Any(4) > 0) deal.set_name(words[Any(4)]);
    if (Any(3) > 0) {
      deal.mutable_amount()->set_minor(Any(5) * 100);
      deal.mutable_amount()->set_currency("RUB");
      deal.set_amount_confirmed(Any(2) == 0);
    }
    if (Any(2) == 0) fields["shipping"].set_choice(Any(2) == 0 ? "pickup" : "delivery");
    if (Any(2) == 0) fields["goods"].mutable_choices()->add_keys("delivery");
    if (Any(2) == 0) fields["goods"].mutable_choices()->add_keys("pickup");
    if (Any(2) == 0) fields["note"].set_text(words[Any(4)]);
    if (Any(2) == 0) fields["day"].set_date("2026-01-" + std::to_string(10 + Any(9)));
    if (Any(2) == 0) fields["seats"].set_number(std::to_string(Any(12)));
    auto& maker = Any(3) == 0 ? office_.intake : Any(2) == 0 ? office_.anna : office_.boris;
    const auto made = maker.Call<Deal>(request);
    if (Any(3) > 0) return;
    office_.olga.Call<Deal>(Any(2) == 0 ? Losing(made.id(), "price")
                                        : Moving(made.id(), Any(2) == 0 ? "won" : "talks"));
  }

  ModelComparison AnyComparison() {
    const auto& field = Fields()[Any(static_cast<int>(Fields().size()))];
    ModelComparison comparison{&field, static_cast<Comparison::Operator>(1 + Any(4)), {}};
    if (field.is_ordered && Any(2) == 0) {
      comparison.how = Any(2) == 0 ? Comparison::OPERATOR_LESS : Comparison::OPERATOR_MORE;
    } else if (field.is_text && Any(2) == 0) {
      comparison.how = Comparison::OPERATOR_CONTAINS;
    }
    if (comparison.how <= Comparison::OPERATOR_BLANK) return comparison;
    while (comparison.with.empty() || Any(3) == 0) {
      auto said = field.read(deals_[Any(static_cast<int>(deals_.size()))]);
      if (said.is_blank()) continue;
      if (said.words.size() > 1) said.words.resize(1);
      comparison.with.push_back(std::move(said));
    }
    return comparison;
  }

  std::vector<int64_t> Sorted(std::vector<const Deal*> found, const std::string& order, bool is_descending) {
    std::ranges::sort(found, [&](const Deal* a, const Deal* b) {
      const auto first = OrderValue(*a, order);
      const auto second = OrderValue(*b, order);
      if (first.has_value() != second.has_value()) return first.has_value();
      const auto of_a = std::pair(first.value_or(0), a->id());
      const auto of_b = std::pair(second.value_or(0), b->id());
      return is_descending ? of_a > of_b : of_a < of_b;
    });
    std::vector<int64_t> ids;
    for (const auto* deal : found) ids.push_back(deal->id());
    return ids;
  }

  Office office_;
  std::mt19937 random_{kSeed};
  std::vector<Deal> deals_;
};

TEST_F(FilterDeals, FindWhatANaiveModelFinds) {
  const std::vector<std::string> orders = {"id",         "create_time", "update_time", "stage_enter_time",
                                           "close_time", "amount"};
  for (int round = 0; round < kRounds; ++round) {
    const auto one = AnyComparison();
    const auto other = AnyComparison();
    const int together = Any(4);
    Condition condition;
    auto& parts = together == 0 ? *condition.mutable_any() : *condition.mutable_all();
    *parts.add_conditions() = one.AsCondition();
    if (together == 2) *parts.add_conditions()->mutable_negation() = other.AsCondition();
    if (together < 2) *parts.add_conditions() = other.AsCondition();
    std::vector<const Deal*> suitable;
    for (const auto& deal : deals_) {
      const bool first = one.IsTrueOf(deal);
      const bool second = other.IsTrueOf(deal);
      const bool suits = together == 0   ? first || second
                         : together == 1 ? first && second
                         : together == 2 ? first && !second
                                         : first;
      if (suits) suitable.push_back(&deal);
    }
    const auto& order = orders[Any(static_cast<int>(orders.size()))];
    const bool is_descending = Any(2) == 0;
    const auto order_by = order + (is_descending ? " desc" : "");
    EXPECT_EQ(AllIds(office_.olga, DealsThat(condition, order_by), 1 + Any(40)), Sorted(suitable, order, is_descending))
        << "seed " << kSeed << ", round " << round << ": " << order_by << "\n"
        << condition.DebugString();
    if (HasFailure()) return;
  }
}

TEST_F(FilterDeals, CountAndSumWhatSuits) {
  const auto condition = Comparing("deal.amount", "MORE values { money { minor: 100 currency: 'RUB' } }");
  int64_t count = 0;
  int64_t sum = 0;
  for (const auto& deal : deals_) {
    if (deal.amount().minor() <= 100) continue;
    ++count;
    sum += deal.amount().minor();
  }
  const auto counted = CountOf(office_.olga, condition);
  EXPECT_EQ(counted.count(), count);
  EXPECT_FALSE(counted.is_partial());
  ASSERT_EQ(counted.amounts_size(), 1);
  EXPECT_EQ(counted.amounts(0).minor(), sum);
}

TEST_F(FilterDeals, LeaveOutWhatIsNotSeen) {
  LimitManagers(office_, READ_SCOPE_OWN);
  std::vector<int64_t> own;
  for (const auto& deal : deals_) {
    if (deal.responsible_user_id() == office_.anna_id()) own.push_back(deal.id());
  }
  EXPECT_THAT(AllIds(office_.anna, DealsThat(Comparing("deal.id", "FILLED"), "id")),
              ::testing::UnorderedElementsAreArray(own));
  EXPECT_EQ(CountOf(office_.anna, Comparing("deal.id", "FILLED")).count(), static_cast<int64_t>(own.size()));
}

class FilterWork : public ::testing::Test {
 protected:
  std::vector<int64_t> Found(const std::string& field, const std::string& how) {
    return AllIds(office_.olga, DealsThat(Comparing(field, how), "id"));
  }

  Office office_;
};

TEST_F(FilterWork, FindsDealsByTheirTasks) {
  const auto idle = office_.AnnasDeal();
  const auto busy = office_.AnnasDeal();
  const auto late = office_.AnnasDeal();
  auto task = NewTask(Crm().Now() + kMinute);
  task.mutable_task()->set_deal_id(busy.id());
  office_.anna.Call<Task>(task);
  task = NewTask(Crm().Now() - kMinute);
  task.mutable_task()->set_deal_id(late.id());
  office_.anna.Call<Task>(task);
  EXPECT_THAT(Found("deal.has_open_task", "ONE_OF values { yes: false }"), ElementsAre(idle.id()));
  EXPECT_THAT(Found("deal.has_open_task", "ONE_OF values { yes: true }"), ElementsAre(busy.id(), late.id()));
  EXPECT_THAT(Found("deal.has_overdue_task", "ONE_OF values { yes: true }"), ElementsAre(late.id()));
}

TEST_F(FilterWork, FindsDealsOfWhoeverIsDisabled) {
  const auto deal = office_.boris.Call<Deal>(NewDeal());
  office_.AnnasDeal();
  office_.NobodysDeal();
  EXPECT_THAT(Found("deal.responsible_disabled", "ONE_OF values { yes: true }"), IsEmpty());
  office_.olga.Call<User>(Disabling(office_.boris_id()));
  EXPECT_THAT(Found("deal.responsible_disabled", "ONE_OF values { yes: true }"), ElementsAre(deal.id()));
}

TEST_F(FilterWork, FindsDealsByTheirClients) {
  const auto contact = office_.anna.Call<Contact>(NewContact("Пётр Иванов", "+79161234567"));
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(contact.id());
  const auto deal = office_.anna.Call<Deal>(request);
  office_.AnnasDeal();
  EXPECT_THAT(Found("contact.name", "CONTAINS values { text: 'иванов' }"), ElementsAre(deal.id()));
  EXPECT_THAT(Found("contact.phones", "ONE_OF values { text: '+79161234567' }"), ElementsAre(deal.id()));
  EXPECT_THAT(Found("contact.name", "ONE_OF values { text: 'Пётр Иванов' }"), ElementsAre(deal.id()));
  EXPECT_THAT(Found("contact.name", "FILLED"), ElementsAre(deal.id()));
}

TEST_F(FilterWork, FindsDealsByWhereTheyCameFrom) {
  const auto inquiry = office_.intake.Call<Inquiry>(Asking("+79161234567"));
  office_.AnnasDeal();
  EXPECT_THAT(Found("deal.source", "FILLED"), ElementsAre(inquiry.deal_id()));
}

TEST_F(FilterWork, KnowsWhoAsks) {
  const auto annas = office_.AnnasDeal();
  office_.NobodysDeal();
  const auto mine = DealsThat(Comparing("deal.responsible_user_id", "ONE_OF caller: true"), "id");
  EXPECT_THAT(AllIds(office_.anna, mine), ElementsAre(annas.id()));
  EXPECT_THAT(AllIds(office_.boris, mine), IsEmpty());
}

TEST_F(FilterWork, FindsTasksAndClients) {
  auto task = NewTask(Crm().Now() - kMinute);
  const auto late = office_.anna.Call<Task>(task);
  office_.anna.Call<Task>(NewTask(Crm().Now() + kMinute));
  FilterTasksRequest tasks;
  *tasks.mutable_filter() = Comparing("task.overdue", "ONE_OF values { yes: true }");
  const auto found = office_.anna.Call<FilterTasksResponse>(tasks);
  ASSERT_EQ(found.tasks_size(), 1);
  EXPECT_EQ(found.tasks(0).id(), late.id());

  office_.anna.Call<Contact>(NewContact("Яна"));
  office_.anna.Call<Contact>(NewContact("Анна"));
  FilterContactsRequest contacts;
  contacts.set_order_by("name");
  const auto by_name = office_.anna.Call<FilterContactsResponse>(contacts);
  ASSERT_EQ(by_name.contacts_size(), 2);
  EXPECT_EQ(by_name.contacts(0).name(), "Анна");
}

TEST_F(FilterWork, FindsContactsByTheirTasks) {
  const auto idle = office_.anna.Call<Contact>(NewContact("Яна"));
  const auto busy = office_.anna.Call<Contact>(NewContact("Анна"));
  auto task = NewTask(Crm().Now() + kMinute);
  task.mutable_task()->set_contact_id(busy.id());
  office_.anna.Call<Task>(task);
  FilterContactsRequest request;
  *request.mutable_filter() = Comparing("contact.has_open_task", "ONE_OF values { yes: true }");
  const auto found = office_.anna.Call<FilterContactsResponse>(request);
  ASSERT_EQ(found.contacts_size(), 1);
  EXPECT_EQ(found.contacts(0).id(), busy.id());
  *request.mutable_filter() = Comparing("contact.has_open_task", "ONE_OF values { yes: false }");
  const auto others = office_.anna.Call<FilterContactsResponse>(request);
  ASSERT_EQ(others.contacts_size(), 1);
  EXPECT_EQ(others.contacts(0).id(), idle.id());
}

TEST(FilterUnsorted, LeavesOutWhatWentToAnotherDeal) {
  UnsortedOffice office;
  const auto annas = office.anna.Call<Deal>(Accepting(office.Inquire("+79160000001")));
  const auto emptied = office.Inquire("+79160000002");
  const auto all = Comparing("deal.id", "FILLED");
  EXPECT_THAT(AllIds(office.olga, DealsThat(all, "id")), ElementsAre(annas.id(), emptied.id()));
  office.boris.Call<Deal>(Attaching(emptied, annas));
  EXPECT_THAT(AllIds(office.olga, DealsThat(all, "id")), ElementsAre(annas.id()));
  EXPECT_EQ(CountOf(office.olga, all).count(), 1);
}

TEST_F(FilterWork, SaysAllThatIsWrongAtOnce) {
  auto request = DealsThat(Parsed<Condition>(R"(all {
    conditions { comparison { field: "deal.planet" operator: OPERATOR_FILLED } }
    conditions { comparison { field: "deal.name" operator: OPERATOR_LESS values { text: "a" } } }
    conditions { comparison { field: "deal.stage" operator: OPERATOR_ONE_OF } }
    conditions { comparison { field: "deal.amount" operator: OPERATOR_MORE period { unit: UNIT_DAY } } }
    conditions { comparison { field: "deal.create_time" operator: OPERATOR_ONE_OF period { unit: UNIT_DAY first: 1 } } }
    conditions { comparison { field: "task.text" operator: OPERATOR_FILLED } }
    conditions { comparison { field: "contact.has_open_deal" operator: OPERATOR_FILLED } }
  })"),
                           "beauty");
  const std::string at = " at filter.all.conditions[";
  EXPECT_THAT(
      ViolationsOf(office_.anna, request),
      ElementsAre("UNKNOWN_FIELD" + at + "0].comparison.field", "NOT_OF_THIS_KIND" + at + "1].comparison.operator",
                  "VALUES_REQUIRED" + at + "2].comparison.values", "NOT_OF_THIS_KIND" + at + "3].comparison.period",
                  "PERIOD_REVERSED" + at + "4].comparison.period.last", "UNKNOWN_FIELD" + at + "5].comparison.field",
                  "UNKNOWN_FIELD" + at + "6].comparison.field", "UNKNOWN_ORDER at order_by"));
}

TEST_F(FilterWork, DoesNotKnowAFieldThatTheRoleDoesNotSee) {
  auto set = office_.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  auto margin = OwnField("margin", Field::KIND_NUMBER);
  margin.add_visible_to(options::v1::ROLE_HEAD_OF_SALES);
  *set.add_fields() = margin;
  office_.olga.Call<FieldSet>(Updating(set));
  const auto request = DealsThat(Comparing("deal.margin", "FILLED"));
  EXPECT_THAT(ViolationsOf(office_.anna, request), ElementsAre("UNKNOWN_FIELD at filter.comparison.field"));
  EXPECT_EQ(office_.galina.Call<FilterDealsResponse>(request).deals_size(), 0);
}

}  // namespace
}  // namespace voronka::testing
