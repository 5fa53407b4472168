#pragma once

#include <filesystem>
#include <string>

#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {

// The key pairs of an installation: the CRM's for users, one for each program that calls as a service.
class ServiceKeys {
 public:
  explicit ServiceKeys(std::filesystem::path folder);

  // What a program called `name` signs with: crm, distribution, notifier, operator, intake.
  config::v1::SigningKey SigningKeyOf(const std::string& name) const;
  // What all of them accept.
  const google::protobuf::RepeatedPtrField<config::v1::TokenKey>& token_keys() const { return token_keys_; }

 private:
  const std::filesystem::path folder_;
  google::protobuf::RepeatedPtrField<config::v1::TokenKey> token_keys_;
};

}  // namespace voronka::testing
