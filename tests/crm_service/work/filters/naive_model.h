#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "voronka/crm/v1/condition.pb.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::testing {

// What a deal says in a field, in the plainest form: as whole numbers where it can be ordered, else as words.
struct Said {
  std::vector<std::string> words;
  std::vector<int64_t> numbers;
  bool is_blank() const { return words.empty() && numbers.empty(); }
};

struct ModelField {
  std::string name;
  bool is_ordered;
  bool is_text;
  std::function<Said(const crm::v1::Deal&)> read;
  // The value of a comparison for a word, or a number.
  std::function<crm::v1::FieldValue(const Said&)> value;
};

// A comparison with the values of other deals, decided without the code that is tested.
struct ModelComparison {
  const ModelField* field;
  crm::v1::Comparison::Operator how;
  std::vector<Said> with;

  bool IsTrueOf(const crm::v1::Deal& deal) const {
    using crm::v1::Comparison;
    const auto said = field->read(deal);
    switch (how) {
      case Comparison::OPERATOR_FILLED:
        return !said.is_blank();
      case Comparison::OPERATOR_BLANK:
        return said.is_blank();
      case Comparison::OPERATOR_ONE_OF:
        return IsAmong(said);
      case Comparison::OPERATOR_NONE_OF:
        return !IsAmong(said);
      case Comparison::OPERATOR_LESS:
        return !said.is_blank() && said.numbers.front() < with.front().numbers.front();
      case Comparison::OPERATOR_MORE:
        return !said.is_blank() && said.numbers.front() > with.front().numbers.front();
      case Comparison::OPERATOR_CONTAINS:
        return !said.is_blank() && said.words.front().find(with.front().words.front()) != std::string::npos;
      default:
        return false;
    }
  }

  crm::v1::Condition AsCondition() const {
    crm::v1::Condition condition;
    auto& comparison = *condition.mutable_comparison();
    comparison.set_field(field->name);
    comparison.set_operator_(how);
    for (const auto& each : with) *comparison.add_values() = field->value(each);
    return condition;
  }

 private:
  bool IsAmong(const Said& said) const {
    for (const auto& wanted : with) {
      for (const auto& word : said.words) {
        if (word == wanted.words.front()) return true;
      }
      for (const auto number : said.numbers) {
        if (number == wanted.numbers.front()) return true;
      }
    }
    return false;
  }
};

}  // namespace voronka::testing
