#include <nlohmann/json.hpp>

#include "notifier/push/vendors/answer_json.h"
#include "notifier/push/vendors/vendor_answer.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

bool IsReadable(const std::string& text) {
  for (const char byte : text) {
    if (byte < ' ' || byte > '~') return false;
  }
  return text.size() <= 300;
}

}  // namespace

void Check(const std::string& input) {
  const auto json = notifier::ParseAnswer(input);
  for (const std::string path : {"/reason", "/error", "/error/status", "/access_token", "/name"}) {
    const std::string text = notifier::TextAt(json, path);
    const auto answer = notifier::AnswerByStatus({.status = 400, .body = input}, text);
    Require(IsReadable(answer.detail), "what a service says can be shown");
  }
  Require(IsReadable(notifier::AnswerByStatus({.status = 403, .body = input}, input).detail), "whatever it says");
}

}  // namespace voronka::fuzz
