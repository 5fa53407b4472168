#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <functional>
#include <string>

#include "client/identity.h"
#include "tests/bench/floor/script.pb.h"
#include "tests/bench/recording/general_log.h"

namespace voronka::bench {

// A call to be recorded.
struct SampleCall {
  std::string method;
  int64_t account_id;
  client::Metadata metadata;
  std::unique_ptr<google::protobuf::Message> request;
  // What it will read, as it is before the call. Null: nothing.
  std::unique_ptr<google::protobuf::Message> row;
};

// Writes down what the service at this address does for a call.
class Recorder {
 public:
  Recorder(GeneralLog& log, std::string address) : log_(log), address_(std::move(address)) {}

  // What it does in most of several such calls: in some it also fetches what it keeps for the others.
  Course Record(const std::function<SampleCall()>& make_call);

  // Throws std::runtime_error where the other server sends other statements.
  void CheckSends(const std::string& address, const SampleCall& call, const Course& course);

 private:
  Course RecordOne(const SampleCall& call);
  std::vector<Statement> Statements(const std::string& address, const SampleCall& call, std::string& answer);

  GeneralLog& log_;
  const std::string address_;
};

}  // namespace voronka::bench
