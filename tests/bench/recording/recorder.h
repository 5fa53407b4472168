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
  // The row that the call will read, as it is before the call. Null: none.
  std::unique_ptr<google::protobuf::Message> row;
};

// Records what the service at this address does for a call.
class Recorder {
 public:
  Recorder(GeneralLog& log, std::string address) : log_(log), address_(std::move(address)) {}

  // What it does in most of several such calls, because in some it also fetches what it caches for the others. With the
  // question after the commit, if it was asked in any of them (see WithoutAsking).
  Course Record(const std::function<SampleCall()>& make_call);

  // Throws std::runtime_error if the other server sends different statements, apart from that question.
  void CheckSends(const std::string& address, const SampleCall& call, const Course& course);

 private:
  Course RecordOne(const SampleCall& call);
  std::vector<Statement> Statements(const std::string& address, const SampleCall& call, std::string& answer);

  GeneralLog& log_;
  const std::string address_;
};

}  // namespace voronka::bench
