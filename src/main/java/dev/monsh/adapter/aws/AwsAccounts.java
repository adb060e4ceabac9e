package dev.monsh.adapter.aws;

import dev.monsh.box.AwsSettings;
import dev.monsh.cloud.CloudAccount;
import dev.monsh.cloud.CloudAccounts;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Opens accounts with the credentials that the AWS SDK finds. */
public final class AwsAccounts implements CloudAccounts {

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** One try and four more: throttling usually ends within some seconds. */
    private static final int ATTEMPTS = 5;

    /** Made by the service loader. */
    public AwsAccounts() {}

    @Override
    public CloudAccount open(AwsSettings settings, Optional<Duration> limit) {
        Optional<String> profile = profile(settings);
        AwsCredentialsProvider credentials = credentials(profile);
        Region region = region(settings, profile);
        SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(limit.orElse(USUAL_LIMIT))
                .build();
        ClientOverrideConfiguration calls = ClientOverrideConfiguration.builder()
                .apiCallTimeout(limit.orElse(USUAL_LIMIT))
                .retryStrategy(
                        StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build())
                .build();
        Clients clients = new Clients(settings, credentials, region, http, calls);
        return new AwsAccount(clients.ec2(), clients::ssm, http, region.id(), settings.imageParameter());
    }

    /** What the environment names goes before what is configured. */
    private static Optional<String> profile(AwsSettings settings) {
        return ProfileFileSystemSetting.AWS_PROFILE
                .getStringValue()
                .filter(named -> !named.equals(ProfileFileSystemSetting.AWS_PROFILE.defaultValue()))
                .or(settings::profile);
    }

    /** They are looked for once, here: a run of a command does not outlive them. */
    private static AwsCredentialsProvider credentials(Optional<String> profile) {
        DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
        profile.ifPresent(builder::profileName);
        try (DefaultCredentialsProvider provider = builder.build()) {
            return StaticCredentialsProvider.create(provider.resolveCredentials());
        } catch (SdkClientException e) {
            throw new RefusedException(
                    "AWS",
                    "no credentials found in the environment or for profile " + profile.orElse("default"),
                    new NextStep.Text("aws configure"),
                    e);
        }
    }

    private static Region region(AwsSettings settings, Optional<String> profile) {
        if (settings.region().isPresent()) {
            return Region.of(settings.region().get());
        }
        try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            profile.ifPresent(chain::profileName);
            return chain.build().getRegion();
        } catch (SdkClientException e) {
            throw new ConfigurationException(
                    List.of(new Problem("AWS", 0, 0, "no region is set: add aws: {region: …} or set AWS_REGION")),
                    "export AWS_REGION=us-east-1");
        }
    }

    private record Clients(
            AwsSettings settings,
            AwsCredentialsProvider credentials,
            Region region,
            SdkHttpClient http,
            ClientOverrideConfiguration calls) {

        Ec2Client ec2() {
            return with(Ec2Client.builder().httpClient(http)).build();
        }

        /** Made only where an image is looked up. */
        SsmClient ssm() {
            return with(SsmClient.builder().httpClient(http)).build();
        }

        private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
            builder.credentialsProvider(credentials).region(region).overrideConfiguration(calls);
            settings.endpoint().ifPresent(builder::endpointOverride);
            return builder;
        }
    }
}
