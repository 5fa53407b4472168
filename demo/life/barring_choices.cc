#include "demo/life/barring_choices.h"

#include <string>
#include <string_view>

namespace voronka::demo {

std::set<ChoiceOfField> BarringChoices(const crm::v1::Stage& stage) {
  constexpr std::string_view kOfDeal = "deal.";
  std::set<ChoiceOfField> barring;
  for (const auto& rule : stage.rules()) {
    const auto& comparison = rule.condition().comparison();
    const bool bars = rule.has_never() && comparison.operator_() == crm::v1::Comparison::OPERATOR_ONE_OF;
    if (!bars || !comparison.field().starts_with(kOfDeal)) continue;
    for (const auto& value : comparison.values()) {
      barring.emplace(comparison.field().substr(kOfDeal.size()), value.choice());
    }
  }
  return barring;
}

}  // namespace voronka::demo
