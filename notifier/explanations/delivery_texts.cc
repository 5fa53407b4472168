#include "notifier/explanations/delivery_texts.h"

#include <fmt/format.h>

#include "notifier/kinds/isolated.h"

namespace voronka::notifier {
namespace {

// Nothing without a name.
std::string Named(const Words& pattern, const std::string& name, const std::string& locale) {
  return name.empty() ? "" : fmt::format(fmt::runtime(pattern.In(locale)), Isolated(name));
}

}  // namespace

std::string TellingText(const Words& words, const std::string& locale, const Details& details) {
  return fmt::format(fmt::runtime(words.In(locale)),
                     fmt::arg("named", Named({" «{}»", " “{}”"}, details.device, locale)),
                     fmt::arg("on", Named({" на «{}»", " on “{}”"}, details.device, locale)),
                     fmt::arg("to", Named({" для «{}»", " to “{}”"}, details.device, locale)),
                     fmt::arg("until", details.until), fmt::arg("why", Named({" ({})", " ({})"}, details.why, locale)));
}

}  // namespace voronka::notifier
