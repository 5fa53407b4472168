#pragma once

#include "gateway/http/body_limits.h"
#include "gateway/http/exchange.h"

namespace voronka::gateway {

class Handler {
 public:
  virtual ~Handler() = default;
  // Answers. What it throws is logged, and answered with 500 if nothing was sent yet.
  virtual Task<> Handle(Exchange& exchange) = 0;
  // The most bytes that the body of a request with this head may have: what is larger is not read at all.
  virtual size_t BodyLimit(const Request& head) const {
    static_cast<void>(head);
    return kSmallBody;
  }
  // Whether it reads the body of such a request as it comes (Exchange::body), because that may be too large to be kept.
  virtual bool StreamsBody(const Request& head) const {
    static_cast<void>(head);
    return false;
  }
  // Whether any page may call it, without credentials, and read the answer. False: only those of `allowed_origins`.
  virtual bool is_for_every_origin() const { return false; }
};

}  // namespace voronka::gateway
