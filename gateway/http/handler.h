#pragma once

#include "gateway/http/exchange.h"

namespace voronka::gateway {

class Handler {
 public:
  virtual ~Handler() = default;
  // Answers. What it throws is logged, and answered 500 where nothing was answered yet.
  virtual Task<> Handle(Exchange& exchange) = 0;
};

}  // namespace voronka::gateway
