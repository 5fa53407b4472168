#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "notifier/push/vendors/fcm_account.h"
#include "notifier/push/vendors/key_file.h"
#include "notifier/push/vendors/push.h"
#include "notifier/push/vendors/push_http.h"

namespace voronka::notifier {

// The access token that Google wants with each push. It is asked for when it is first needed and again before its end,
// once for all who wait. On the thread of PushHttp.
class FcmAccess {
 public:
  using Account = std::shared_ptr<const FcmAccount>;

  struct Grant {
    // Whose token it is.
    Account account;
    // Empty: there is none, as `refusal` says.
    std::string token;
    PushAnswer refusal = {PushAnswer::Outcome::kLater};
  };
  using Use = std::function<void(const Grant&)>;

  FcmAccess(const KeyFile<FcmAccount>& file, const process::Clock& clock, process::Log& log, PushHttp& http)
      : file_(file), clock_(clock), log_(log), http_(http) {}

  // Runs `use` at once if there is a token, or as soon as it is known whether there is one.
  void With(Use use);
  // The token is of no use any more. A newer one stays.
  void Drop(const std::string& token);

 private:
  // In microseconds since 1970 UTC.
  struct Times {
    int64_t granted = 0;
    int64_t renew = 0;
    int64_t end = 0;
  };

  bool IsInTime() const;
  void AskUnlessAsked();
  void Take(const Account& account, const HttpAnswer& answer);
  // False: the answer holds no token.
  bool Accept(const Account& account, const HttpAnswer& answer);
  void Refuse(const HttpAnswer& answer);
  // Logs only the first of consecutive failures.
  void Note(const std::string& failure);

  const KeyFile<FcmAccount>& file_;
  const process::Clock& clock_;
  process::Log& log_;
  PushHttp& http_;

  Grant grant_;
  Times times_;
  // After a failure.
  int64_t pause_end_ = 0;
  bool is_asking_ = false;
  bool is_failing_ = false;
  std::vector<Use> waiting_;
};

}  // namespace voronka::notifier
