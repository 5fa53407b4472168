#pragma once

#include <string>

#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

// Why a device's push service took nothing. Without a detail: it took it.
struct Refusal {
  v1::PushIntent::Trouble trouble = v1::PushIntent::TROUBLE_UNSPECIFIED;
  // As PushAnswer.detail.
  std::string detail = {};

  bool operator==(const Refusal&) const = default;
};

}  // namespace voronka::notifier
