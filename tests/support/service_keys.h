#pragma once

#include <filesystem>
#include <string>

#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {

// The key pairs of an installation: the CRM's for users, and one for each program that calls as a service. The kid of
// each first key is its owner's name.
class ServiceKeys {
 public:
  explicit ServiceKeys(const std::filesystem::path& folder);

  // The signing key of a program called `name`: crm, distribution, notifier, operator, intake. Its first key, or the
  // one that has replaced it.
  config::v1::SigningKey SigningKeyOf(const std::string& name) const;
  config::v1::SigningKey SigningFolderOf(const std::string& name) const;
  // That of the notifier for pushes to browsers.
  std::filesystem::path push_key() const { return drafts_ / "web_push.pem"; }
  // The keys that all of them accept.
  const google::protobuf::RepeatedPtrField<config::v1::TokenKey>& token_keys() const { return token_keys_; }

  // The steps in which an operator replaces a key: create it and give it to the verifiers; use it; withdraw the others.
  void Publish(const std::string& name, const std::string& kid) const;
  void Use(const std::string& name, const std::string& kid) const;
  void WithdrawAllBut(const std::string& name, const std::string& kid) const;

 private:
  std::filesystem::path Drafted(const std::string& kid) const { return drafts_ / (kid + ".pem"); }
  std::filesystem::path Private(const std::string& name, const std::string& kid) const {
    return private_ / name / (kid + ".pem");
  }
  std::filesystem::path Public(const std::string& name, const std::string& kid) const {
    return public_ / name / (kid + ".pem");
  }

  const std::filesystem::path drafts_;
  const std::filesystem::path private_;
  const std::filesystem::path public_;
  google::protobuf::RepeatedPtrField<config::v1::TokenKey> token_keys_;
};

}  // namespace voronka::testing
