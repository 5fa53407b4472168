#include "notifier/explanations/delivery_texts.h"

#include <fmt/format.h>

#include "notifier/inbox/isolated.h"

namespace voronka::notifier {
namespace {

std::string Named(const Words& pattern, const std::string& device, const std::string& locale) {
  return device.empty() ? "" : fmt::format(fmt::runtime(pattern.In(locale)), Isolated(device));
}

}  // namespace

std::string TellingText(const Words& words, const std::string& locale, const Details& details) {
  return fmt::format(
      fmt::runtime(words.In(locale)), fmt::arg("named", Named({" «{}»", " “{}”"}, details.device, locale)),
      fmt::arg("on", Named({" на «{}»", " on “{}”"}, details.device, locale)),
      fmt::arg("to", Named({" для «{}»", " to “{}”"}, details.device, locale)), fmt::arg("until", details.until),
      fmt::arg("why", details.why.empty() ? "" : " (" + Isolated(details.why) + ")"));
}

}  // namespace voronka::notifier
