#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/foundation/process/temporary_folder.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::bench {

// A push service that costs next to nothing: nghttpd in Apple's place, over HTTP/2. It accepts whatever comes for a
// device that it knows, and checks nothing.
class QuickVendor {
 public:
  // `devices`: as hexadecimal digits.
  explicit QuickVendor(const std::vector<std::string>& devices);
  ~QuickVendor();
  QuickVendor(const QuickVendor&) = delete;
  QuickVendor& operator=(const QuickVendor&) = delete;

  // The configuration of a notifier that pushes there.
  config::v1::Push Configuration() const;

 private:
  const process::TemporaryFolder folder_;
  std::string address_;
  std::string certificate_;
  pid_t process_ = -1;
};

}  // namespace voronka::bench
