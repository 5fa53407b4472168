// Filters find what a naive model finds, with every operator, kind and order.
#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include "tests/crm_service/fields/field_set_samples.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/work/filters/filtering.h"
#include "tests/crm_service/work/filters/naive_model.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;

constexpr int kDeals = 60;
constexpr int kRounds = 200;
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

// By what a deal comes in an order, as a number or a text: those without a value last.
using OrderKey = std::optional<std::pair<int64_t, std::string>>;

OrderKey KeyOfNumber(int64_t number) { return std::pair(number, std::string()); }

OrderKey KeyOfText(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::pair(int64_t{0}, text);
}

OrderKey KeyOfDecimal(const std::string& number) {
  if (number.empty()) return std::nullopt;
  return KeyOfNumber(std::llround(std::stod(number) * 1'000));
}

// The first in ascending order, however the deals are ordered.
OrderKey KeyOfChoices(const Deal& deal) {
  const auto words = ChoicesIn(deal).words;
  return words.empty() ? std::nullopt : KeyOfText(*std::ranges::min_element(words));
}

OrderKey OrderValue(const Deal& deal, const std::string& order) {
  if (order == "create_time") return KeyOfNumber(MicrosOf(deal.create_time()));
  if (order == "update_time") return KeyOfNumber(MicrosOf(deal.update_time()));
  if (order == "stage_enter_time") return KeyOfNumber(MicrosOf(deal.stage_enter_time()));
  if (order == "close_time" && !deal.has_close_time()) return std::nullopt;
  if (order == "close_time") return KeyOfNumber(MicrosOf(deal.close_time()));
  if (order == "amount" && !deal.has_amount()) return std::nullopt;
  if (order == "amount") return KeyOfNumber(deal.amount().minor());
  if (order == "name") return KeyOfText(deal.name());
  if (order == "responsible_user_id" && deal.responsible_user_id() == 0) return std::nullopt;
  if (order == "responsible_user_id") return KeyOfNumber(deal.responsible_user_id());
  if (order == "fields.shipping") return KeyOfText(OwnValue(deal, "shipping").choice());
  if (order == "fields.goods") return KeyOfChoices(deal);
  if (order == "fields.day") return KeyOfText(OwnValue(deal, "day").date());
  if (order == "fields.city") return KeyOfText(OwnValue(deal, "city").text());
  if (order == "fields.area") return KeyOfDecimal(OwnValue(deal, "area").number());
  return KeyOfNumber(deal.id());
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
                       OwnField("seats", Field::KIND_NUMBER), OwnField("city", Field::KIND_TEXT),
                       OwnField("area", Field::KIND_NUMBER)}) {
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
    if (Any(2) == 0) fields["city"].set_text(words[Any(4)]);
    static const std::vector<std::string> areas = {"-20", "-3", "0", "2", "2.5", "9", "10", "100"};
    if (Any(3) > 0) fields["area"].set_number(areas[Any(8)]);
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
      const auto of_a = std::pair(first, a->id());
      const auto of_b = std::pair(second, b->id());
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
  const std::vector<std::string> orders = {
      "id",         "create_time", "update_time",         "stage_enter_time", "close_time",
      "amount",     "name",        "responsible_user_id", "fields.shipping",  "fields.goods",
      "fields.day", "fields.city", "fields.area"};
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

}  // namespace
}  // namespace voronka::testing
