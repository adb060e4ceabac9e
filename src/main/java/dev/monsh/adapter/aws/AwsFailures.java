package dev.monsh.adapter.aws;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into the failures that a user sees. The codes are those of EC2's API reference. */
final class AwsFailures {

    private static final Set<String> REFUSED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AuthFailure",
            "Blocked",
            "InvalidClientTokenId",
            "MissingAuthenticationToken",
            "OptInRequired",
            "PendingVerification",
            "SignatureDoesNotMatch",
            "UnauthorizedOperation",
            "UnrecognizedClientException");

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

    private static final Set<String> CONFLICT = Set.of(
            "DependencyViolation",
            "IdempotentParameterMismatch",
            "IncorrectInstanceState",
            "IncorrectState",
            "InvalidAddress.Locked",
            "InvalidGroup.Duplicate",
            "InvalidGroup.InUse",
            "InvalidKeyPair.Duplicate",
            "Resource.AlreadyAssociated");

    private AwsFailures() {}

    /**
     * Makes a call.
     *
     * @param action as policies name it, for instance {@code ec2:RunInstances}
     */
    static <T> T calling(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failure(action, e);
        }
    }

    /** Returns the code of what a service refused; empty for anything else. */
    static String code(SdkException failure) {
        return failure instanceof AwsServiceException service
                ? Optional.ofNullable(service.awsErrorDetails())
                        .map(AwsErrorDetails::errorCode)
                        .orElse("")
                : "";
    }

    static MonshException failure(String action, SdkException failure) {
        return switch (failure) {
            case AwsServiceException service -> refusal(action, service);
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
                new TimedOutException(action, "no complete answer in time; try a longer --timeout", null, failure);
            case AbortedException _ -> new InterruptedByUserException(action, "interrupted", null, failure);
            default ->
                io(failure)
                        .<MonshException>map(cause ->
                                new UnreachableException(action, "EC2 can't be reached: " + reason(cause), null, cause))
                        .orElseGet(() ->
                                new RejectedException(action, String.valueOf(failure.getMessage()), null, failure));
        };
    }

    private static MonshException refusal(String action, AwsServiceException failure) {
        String code = code(failure);
        String why = said(failure) + (code.isEmpty() ? "" : " (" + code + ")");
        if (EXPIRED.contains(code)) {
            return new RefusedException(
                    action, "the credentials have expired: " + why, new NextStep.Text("aws sso login"), failure);
        }
        if (REFUSED.contains(code) || failure.statusCode() == 401 || failure.statusCode() == 403) {
            return new RefusedException(
                    action, "AWS denied access: " + why, new NextStep.Text("aws sts get-caller-identity"), failure);
        }
        if (CONFLICT.contains(code)) {
            return new ConflictException(action, why, null, failure);
        }
        if (failure.isThrottlingException() || failure.statusCode() >= 500) {
            return new UnreachableException(action, "AWS failed after several attempts: " + why, null, failure);
        }
        return new RejectedException(action, "AWS rejected the request: " + why, null, failure);
    }

    /** A refusal ends in hundreds of characters that only an administrator can decode. */
    private static String said(AwsServiceException failure) {
        AwsErrorDetails details = failure.awsErrorDetails();
        String message = details == null ? null : details.errorMessage();
        if (message == null || message.isBlank()) {
            return "status " + failure.statusCode();
        }
        int encoded = message.indexOf("Encoded authorization failure message");
        String text = (encoded < 0 ? message : message.substring(0, encoded)).strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static Optional<IOException> io(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof IOException io) {
                return Optional.of(io);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case UnknownHostException _ -> "no such host " + cause.getMessage();
            case ConnectException _ -> "nothing answers at its address";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
