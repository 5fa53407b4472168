#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <chrono>
#include <memory>
#include <string>

#include "client/call_failed.h"
#include "client/channels.h"
#include "client/identity.h"
#include "client/methods.h"
#include "client/stream.h"

namespace voronka::client {

struct CallOptions {
  // For the call including all its retries.
  std::chrono::milliseconds timeout = std::chrono::seconds(10);
  // Retries with the same request_id while the service is unavailable or says when it will have room again.
  bool repeat = false;
};

struct StreamOptions {
  // The stream ends after this time; 0: never.
  std::chrono::milliseconds timeout{0};
};

// Calls the services under one identity:
//
//   Deal deal = anna.Call<Deal>(request);
//
// The request determines the method. Safe to use from every thread. The channels must outlive the client.
class Client {
 public:
  explicit Client(const Channels& channels, std::unique_ptr<Identity> identity = std::make_unique<Nobody>());

  // The language of error messages, `ru` or `en`, instead of the user's own.
  void SetLocale(std::string locale) { locale_ = std::move(locale); }

  // Sets a new `request_id` if the request has none. Throws CallFailed.
  template <class Response>
  Response Call(const google::protobuf::Message& request, const CallOptions& options = {}) {
    Response response;
    Call(MethodTaking(*request.GetDescriptor()), request, response, options);
    return response;
  }
  void Call(const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request,
            google::protobuf::Message& response, const CallOptions& options = {});

  // Calls a method that answers with a stream. Errors of the call are reported by the stream's first `Next`.
  template <class Response>
  Stream<Response> Open(const google::protobuf::Message& request, const StreamOptions& options = {}) {
    return Stream<Response>(
        Open(MethodTaking(*request.GetDescriptor()), request, Response::default_instance(), options));
  }
  std::unique_ptr<StreamReader> Open(const google::protobuf::MethodDescriptor& method,
                                     const google::protobuf::Message& request,
                                     const google::protobuf::Message& prototype, const StreamOptions& options = {});

 private:
  using Deadline = std::chrono::system_clock::time_point;

  // Tries a second time if the first attempt is refused for credentials that the identity can replace.
  void CallOnce(const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request,
                google::protobuf::Message& response, Deadline deadline);
  grpc::Status Ask(const google::protobuf::MethodDescriptor& method, const google::protobuf::Message& request,
                   google::protobuf::Message& response, Deadline deadline, const Metadata& credentials);
  Metadata CredentialsFor(const google::protobuf::MethodDescriptor& method);
  void Introduce(const Metadata& credentials, grpc::ClientContext& context) const;

  const Channels& channels_;
  // Shared with the streams.
  const std::shared_ptr<Identity> identity_;
  std::string locale_;
};

}  // namespace voronka::client
